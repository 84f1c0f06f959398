package io.jointlending.repayment.collection.persistence;

import io.jointlending.repayment.collection.domain.AttemptState;
import io.jointlending.repayment.collection.domain.CollectionAttempt;
import io.jointlending.repayment.collection.domain.CollectionAttempts;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.tx.DatabaseFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Attempts in tables. */
public final class MyBatisCollectionAttempts implements CollectionAttempts {
    private static final int MAX_REASON = 255;

    private final AttemptMapper mapper;

    /** Attempts of this session's database. */
    public MyBatisCollectionAttempts(SqlSession session) {
        this.mapper = mapperOf(session);
    }

    static AttemptMapper mapperOf(SqlSession session) {
        if (!session.getConfiguration().hasMapper(AttemptMapper.class)) {
            session.getConfiguration().addMapper(AttemptMapper.class);
        }
        return session.getMapper(AttemptMapper.class);
    }

    @Override
    public boolean add(CollectionAttempt attempt) {
        try {
            return mapper.insert(attempt, OrderNumbers.geneOf(attempt.orderNo())) == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<CollectionAttempt> find(String orderNo, LocalDate businessDate) {
        return Optional.ofNullable(mapper.find(orderNo, businessDate)).map(AttemptRow::attempt);
    }

    @Override
    public boolean send(CollectionAttempt attempt) {
        return mapper.send(attempt) == 1;
    }

    @Override
    public boolean paid(CollectionAttempt attempt, String reference) {
        return mapper.paid(attempt, reference) == 1;
    }

    @Override
    public boolean posted(CollectionAttempt attempt, String repaymentNo) {
        return mapper.posted(attempt, repaymentNo) == 1;
    }

    @Override
    public boolean fail(CollectionAttempt attempt, String reason) {
        return mapper.fail(attempt, attempt.state().code(), shortened(reason)) == 1;
    }

    @Override
    public int failedInARow(String orderNo, int most) {
        int failed = 0;
        for (int status : mapper.newest(orderNo, most)) {
            if (status != AttemptState.FAILED.code()) {
                break;
            }
            failed++;
        }
        return failed;
    }

    @Override
    public Ended ended(LocalDate from, LocalDate to) {
        return mapper.ended(from, to);
    }

    @Override
    public List<String> reasons(LocalDate businessDate, int most) {
        return mapper.reasons(businessDate, most);
    }

    @Override
    public void postpone(CollectionAttempt attempt, Duration wait, String reason) {
        // No row: the answer came by another way.
        mapper.postpone(attempt, attempt.state().code(), wait.toSeconds(), shortened(reason));
    }

    @Override
    public List<CollectionAttempt> claim(int limit, Duration lease) {
        List<CollectionAttempt> due =
                mapper.lockDue(limit).stream().map(AttemptRow::attempt).toList();
        for (CollectionAttempt attempt : due) {
            if (mapper.lease(attempt, lease.toSeconds()) != 1) {
                throw new IllegalStateException("a locked attempt is gone: " + attempt);
            }
        }
        return due;
    }

    private static String shortened(String reason) {
        return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    }
}
