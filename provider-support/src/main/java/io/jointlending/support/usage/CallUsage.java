package io.jointlending.support.usage;

import io.jointlending.api.ops.CallsView;
import java.time.LocalDate;
import org.apache.ibatis.session.SqlSession;

/** What all instances of a provider counted. */
public final class CallUsage {
    private final String application;
    private final CallCountMapper mapper;

    /** On the tables {@code rpc_method} and {@code rpc_call_day}. */
    public CallUsage(String application, SqlSession session) {
        this.application = application;
        this.mapper = mapper(session);
    }

    /** Calls of today and the days before it, so many days in all. */
    public CallsView ofLast(int days) {
        LocalDate today = mapper.today();
        return new CallsView(application, today, mapper.since(today.minusDays(days)));
    }

    static CallCountMapper mapper(SqlSession session) {
        if (!session.getConfiguration().hasMapper(CallCountMapper.class)) {
            session.getConfiguration().addMapper(CallCountMapper.class);
        }
        return session.getMapper(CallCountMapper.class);
    }
}
