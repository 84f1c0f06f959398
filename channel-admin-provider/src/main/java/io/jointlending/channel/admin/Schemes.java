package io.jointlending.channel.admin;

import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.channel.store.Mappers;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The ratio schemes that are stored: added, never changed. */
public final class Schemes {
    private final SchemeMapper mapper;

    /** On the tables {@code ratio_scheme} and {@code ratio_share}. */
    public Schemes(SqlSession session) {
        this.mapper = Mappers.of(session, SchemeMapper.class);
    }

    Optional<SchemeView> find(String code) {
        String name = mapper.findName(code);
        return name == null
                ? Optional.empty()
                : Optional.of(SchemeRules.canonical(new SchemeView(code, name, mapper.findShares(code))));
    }

    void add(SchemeView scheme) {
        mapper.insert(scheme.schemeCode(), scheme.name());
        for (ShareView share : scheme.shares()) {
            mapper.insertShare(scheme.schemeCode(), share);
        }
    }

    /** True when every one of the distinct codes exists. */
    boolean allExist(List<String> codes) {
        return mapper.countExisting(codes) == codes.size();
    }
}
