package io.jointlending.repayment.repay.persistence;

import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.support.order.OrderNumbers;
import java.time.LocalDate;
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
    public void keep(String borrowerNo, String orderNo, String repaymentNo, long fen, LocalDate bookingDate) {
        int shardKey = OrderNumbers.gene(borrowerNo);
        mapper.add(borrowerNo, shardKey, fen);
        mapper.addEntry(borrowerNo, shardKey, orderNo, repaymentNo, fen, bookingDate);
    }

    @Override
    public long balance(String borrowerNo) {
        Long balance = mapper.balance(borrowerNo);
        return balance == null ? 0 : balance;
    }
}
