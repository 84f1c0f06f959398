package io.jointlending.repayment.due.persistence;

import io.jointlending.repayment.due.domain.DueOrders;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Due orders in tables. */
public final class MyBatisDueOrders implements DueOrders {
    private final DueOrderMapper mapper;

    /** Due orders of this session's database. */
    public MyBatisDueOrders(SqlSession session) {
        if (!session.getConfiguration().hasMapper(DueOrderMapper.class)) {
            session.getConfiguration().addMapper(DueOrderMapper.class);
        }
        this.mapper = session.getMapper(DueOrderMapper.class);
    }

    @Override
    public List<String> dueOn(LocalDate day, int shardKey, String afterOrderNo, int limit) {
        return mapper.dueOn(day, shardKey, afterOrderNo, limit);
    }

    @Override
    public List<String> dueUpTo(LocalDate day, int shardKey, String afterOrderNo, int limit) {
        return mapper.dueUpTo(day, shardKey, afterOrderNo, limit);
    }
}
