package io.jointlending.repayment.repay.persistence;

import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.support.order.OrderNumbers;
import java.time.LocalDate;
import org.apache.ibatis.session.SqlSession;

/** {@link SuspenseAccounts} in MySQL. */
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
        int entries = mapper.insertEntry(repaymentNo, borrowerNo, shardKey, orderNo, fen, bookingDate);
        int accounts = mapper.addToAccount(borrowerNo, shardKey, fen);
        if (entries != 1 || accounts < 1 || accounts > 2) {
            throw new IllegalStateException("Keeping " + fen + " fen of " + repaymentNo + " changed " + entries
                    + " entries and counted " + accounts + " for the account");
        }
    }

    @Override
    public long balance(String borrowerNo) {
        Long balance = mapper.balance(borrowerNo);
        return balance == null ? 0 : balance;
    }
}
