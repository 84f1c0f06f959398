package io.jointlending.repayment.repay.persistence;

import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.repayment.repay.domain.SuspenseRefund;
import io.jointlending.support.order.OrderNumbers;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Suspense accounts in tables: the balance and the entries it is the sum of. */
public final class MyBatisSuspenseAccounts implements SuspenseAccounts {
    private final SuspenseMapper mapper;

    /** Accounts of this session's database. */
    public MyBatisSuspenseAccounts(SqlSession session) {
        if (!session.getConfiguration().hasMapper(SuspenseMapper.class)) {
            session.getConfiguration().addMapper(SuspenseMapper.class);
        }
        this.mapper = session.getMapper(SuspenseMapper.class);
    }

    @Override
    public boolean move(SuspenseMove move) {
        int shardKey = OrderNumbers.gene(move.borrowerNo());
        if (move.changeFen() > 0) {
            mapper.add(move.borrowerNo(), shardKey, move.changeFen());
        } else if (mapper.take(move.borrowerNo(), -move.changeFen()) == 0) {
            return false;
        }
        mapper.addEntry(move, shardKey);
        return true;
    }

    @Override
    public long balance(String borrowerNo) {
        Long balance = mapper.balance(borrowerNo);
        return balance == null ? 0 : balance;
    }

    @Override
    public void add(SuspenseRefund refund, String operator) {
        mapper.addRefund(refund, OrderNumbers.gene(refund.borrowerNo()), operator);
    }

    @Override
    public Optional<SuspenseRefund> lockRefund(String refundNo) {
        return Optional.ofNullable(mapper.lockRefund(refundNo)).map(RefundRow::refund);
    }

    @Override
    public void end(SuspenseRefund refund, String operator) {
        if (mapper.endRefund(refund, operator) != 1) {
            throw new IllegalStateException("not a requested refund any more: " + refund);
        }
    }
}
