package io.jointlending.repayment.guard.persistence;

import io.jointlending.repayment.guard.domain.LedgerAlert;
import io.jointlending.repayment.guard.domain.LedgerAlerts;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.tx.DatabaseFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Alerts in tables, with the number of open ones as a gauge. */
public final class MyBatisLedgerAlerts implements LedgerAlerts {
    private final AlertMapper mapper;

    /** Alerts of this session's database. */
    public MyBatisLedgerAlerts(SqlSession session, MeterRegistry meters) {
        if (!session.getConfiguration().hasMapper(AlertMapper.class)) {
            session.getConfiguration().addMapper(AlertMapper.class);
        }
        this.mapper = session.getMapper(AlertMapper.class);
        Gauge.builder("jl.ledger.alerts", this::open)
                .description("findings of the daily checks that nobody has resolved")
                .register(meters);
    }

    @Override
    public List<String> outOfOrder(LocalDate day, int shardKey, String afterOrderNo, int limit) {
        return mapper.outOfOrder(day, shardKey, afterOrderNo, limit);
    }

    @Override
    public boolean add(LedgerAlert alert) {
        try {
            return mapper.insert(alert, OrderNumbers.geneOf(alert.orderNo())) == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    /** Null, which Prometheus shows as NaN, while the database is away. */
    private @Nullable Number open() {
        try {
            return mapper.open();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
