package io.jointlending.repayment.collection.application;

import io.jointlending.repayment.collection.domain.CollectionAttempt;
import io.jointlending.repayment.collection.domain.CollectionAttempts;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Carries on with attempts that did not come to their end: one bounded round of the sweeper. Unknown results are closed by
 * query, money that is here is booked, what was never sent is sent while its day lasts.
 */
public final class CloseAttempts {
    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final CollectionAttempts attempts;
    private final CollectOrder collectOrder;
    private final Transactions transactions;
    private final BusinessCalendar calendar;

    /** Carries on with these attempts. */
    public CloseAttempts(
            CollectionAttempts attempts,
            CollectOrder collectOrder,
            Transactions transactions,
            BusinessCalendar calendar) {
        this.attempts = attempts;
        this.collectOrder = collectOrder;
        this.transactions = transactions;
        this.calendar = calendar;
    }

    /** One round; answers how many attempts it looked at. */
    public int run() {
        List<CollectionAttempt> due = transactions.inTransaction(() -> attempts.claim(BATCH, LEASE));
        due.forEach(this::carryOn);
        return due.size();
    }

    private void carryOn(CollectionAttempt attempt) {
        switch (attempt.state()) {
            case INIT -> {
                if (attempt.businessDate().equals(calendar.today())) {
                    collectOrder.send(attempt);
                } else {
                    collectOrder.fail(attempt, "its day was over before it was sent");
                }
            }
            case DEDUCTING -> collectOrder.query(attempt);
            case PAID -> collectOrder.post(attempt, Objects.requireNonNull(attempt.reference(), attempt.paymentNo()));
            case POSTED, FAILED -> throw new IllegalStateException("claimed an attempt that has ended: " + attempt);
        }
    }
}
