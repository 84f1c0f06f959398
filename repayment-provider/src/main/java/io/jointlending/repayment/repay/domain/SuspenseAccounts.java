package io.jointlending.repayment.repay.domain;

import java.time.LocalDate;

/** Money of customers that is applied to nothing (溢缴). It leaves only by a command of its own. */
public interface SuspenseAccounts {
    /**
     * Keeps the excess of a repayment; belongs in its transaction.
     *
     * @param fen positive
     */
    void keep(String borrowerNo, String orderNo, String repaymentNo, long fen, LocalDate bookingDate);

    /** The balance in fen, 0 for a customer without an account. */
    long balance(String borrowerNo);
}
