package io.jointlending.loan.payment.persistence;

import io.jointlending.loan.payment.domain.DueQueries;
import io.jointlending.loan.payment.domain.DueQuery;
import io.jointlending.loan.sql.Mappers;
import java.time.Duration;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Due payment questions in MySQL. */
public final class MyBatisDueQueries implements DueQueries {
    private final DueQueryMapper mapper;

    public MyBatisDueQueries(SqlSession session) {
        this.mapper = Mappers.of(session, DueQueryMapper.class);
    }

    @Override
    public List<DueQuery> claim(int limit, Duration lease) {
        List<DueQuery> due =
                mapper.lockDue(limit).stream().map(DueQueryRow::toQuery).toList();
        if (!due.isEmpty()) {
            int rows = mapper.lease(due.stream().map(DueQuery::orderNo).toList(), lease.toSeconds());
            if (rows != due.size()) {
                throw new IllegalStateException("leased " + rows + " of " + due.size() + " locked orders");
            }
        }
        return due;
    }

    @Override
    public void postpone(String orderNo, Duration wait) {
        // No row: the callback came while we were asking.
        mapper.postpone(orderNo, wait.toSeconds());
    }
}
