package io.jointlending.repayment.ledger.domain;

import java.time.LocalDate;

/** The dates on which something may be booked. */
public interface BookingDays {
    /**
     * The first date from this one on that is not closed, kept open until the transaction ends. Closing waits for every
     * transaction that holds the date, so no line of a closed date is written after its close.
     *
     * @param today business date, Asia/Shanghai
     */
    LocalDate hold(LocalDate today);
}
