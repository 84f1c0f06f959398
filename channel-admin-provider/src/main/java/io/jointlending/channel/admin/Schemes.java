package io.jointlending.channel.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.channel.store.Mappers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The ratio schemes that are stored: added, never changed. */
public final class Schemes {
    private static final int SEATS = 16;

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

    /** All of them, at most so many. */
    List<SchemeView> all(int limit) {
        Map<String, List<ShareView>> shares = mapper.listShares(limit * SEATS).stream()
                .collect(groupingBy(SchemeShareRow::schemeCode, mapping(SchemeShareRow::view, toList())));
        return mapper.list(limit).stream()
                .map(row -> SchemeRules.canonical(
                        new SchemeView(row.schemeCode(), row.name(), shares.getOrDefault(row.schemeCode(), List.of()))))
                .toList();
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
