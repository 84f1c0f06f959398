package io.jointlending.loan.payment.domain;

import java.time.Duration;
import java.util.List;

/** The timers of the orders that wait for their payment result, by the clock of the database. */
public interface DueQueries {
    /**
     * Takes due orders, oldest first, and keeps other instances off them for the length of the lease. Rows that another
     * instance is taking right now are passed over.
     */
    List<DueQuery> claim(int limit, Duration lease);

    /** Asks again later; nothing happens to an order that no longer waits. */
    void postpone(String orderNo, Duration wait);
}
