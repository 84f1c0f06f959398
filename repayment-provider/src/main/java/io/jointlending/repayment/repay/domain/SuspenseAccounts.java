package io.jointlending.repayment.repay.domain;

import java.util.Optional;

/** Money of customers that is applied to nothing (溢缴). It leaves only by commands; every method belongs in theirs. */
public interface SuspenseAccounts {
    /** Moves money; false when it would leave and the balance has not as much, and then nothing is changed. */
    boolean move(SuspenseMove move);

    /** The balance in fen, 0 for a customer without an account. */
    long balance(String borrowerNo);

    /** Stores a new refund. */
    void add(SuspenseRefund refund, String operator);

    /** A refund, locked until the transaction ends. */
    Optional<SuspenseRefund> lockRefund(String refundNo);

    /** Stores how a requested refund ended. */
    void end(SuspenseRefund refund, String operator);
}
