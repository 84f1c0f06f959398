package io.jointlending.fund.breaker;

import io.jointlending.api.fund.SwitchBreakerRequest;
import io.jointlending.fund.guard.HeldBreaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;

/** The table {@code breaker_switch}; how long something is held is by the clock of the database. */
public final class BreakerSwitches {
    static final String MEASURED = "MEASURED";

    /** As many as there are breakers in an instance. */
    private static final int MOST = 4_000;

    private final BreakerSwitchMapper mapper;

    /** On this session. */
    public BreakerSwitches(SqlSession session) {
        if (!session.getConfiguration().hasMapper(BreakerSwitchMapper.class)) {
            session.getConfiguration().addMapper(BreakerSwitchMapper.class);
        }
        this.mapper = session.getMapper(BreakerSwitchMapper.class);
    }

    /** Those that are held now. */
    public List<HeldBreaker> now() {
        return mapper.held(MOST).stream().map(BreakerSwitchRow::held).toList();
    }

    /** Those that are held, by {@link #key}. */
    Map<String, BreakerSwitchRow> held() {
        Map<String, BreakerSwitchRow> held = new HashMap<>();
        mapper.held(MOST).forEach(row -> held.put(key(row.channel(), row.endpoint()), row));
        return held;
    }

    static String key(String channel, String endpoint) {
        return channel + " " + endpoint;
    }

    /** In the running transaction; one that nobody holds is let go of without effect. */
    void put(SwitchBreakerRequest request) {
        if (request.position().equals(MEASURED)) {
            mapper.letGo(request);
        } else {
            mapper.hold(request);
        }
    }
}
