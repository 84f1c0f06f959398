package io.jointlending.channel.admin;

import io.jointlending.api.channel.InstitutionView;
import io.jointlending.channel.store.Mappers;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The institutions (资方) that are stored. */
public final class Institutions {
    private final InstitutionMapper mapper;

    /** On the table {@code institution}. */
    public Institutions(SqlSession session) {
        this.mapper = Mappers.of(session, InstitutionMapper.class);
    }

    Optional<InstitutionView> find(String code) {
        return Optional.ofNullable(mapper.find(code));
    }

    List<InstitutionView> findAll(List<String> codes) {
        return mapper.findAll(codes);
    }

    /** All of them, at most so many. */
    List<InstitutionView> all(int limit) {
        return mapper.list(limit);
    }

    void add(InstitutionView institution) {
        mapper.insert(institution);
    }

    /** Its version, locked until the transaction ends; 0 when there is none. */
    long lock(String code) {
        Long version = mapper.lock(code);
        return version == null ? 0 : version;
    }

    /** False when somebody else was faster. */
    boolean changeStatus(InstitutionView before, String status) {
        return mapper.changeStatus(before, status) == 1;
    }
}
