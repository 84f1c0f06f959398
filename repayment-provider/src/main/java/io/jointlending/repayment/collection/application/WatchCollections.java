package io.jointlending.repayment.collection.application;

import io.jointlending.repayment.collection.domain.CollectionAttempts;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.alarm.Rise;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;

/** Tells somebody, once an hour, when far more collections of a day took nothing than in the seven days before. */
public final class WatchCollections {
    private static final int DAYS = 7;
    private static final int REASONS = 3;

    private final CollectionAttempts attempts;
    private final Transactions transactions;
    private final Alarms alarms;
    private final BusinessCalendar calendar;

    /** Watches these attempts; attempts and alarms share one data source. */
    public WatchCollections(
            CollectionAttempts attempts, Transactions transactions, Alarms alarms, BusinessCalendar calendar) {
        this.attempts = attempts;
        this.transactions = transactions;
        this.alarms = alarms;
        this.calendar = calendar;
    }

    /** One look; returns 0, so that the sweeper pauses. */
    public int round() {
        LocalDate today = calendar.today();
        CollectionAttempts.Ended now = attempts.ended(today, today);
        if (!Rise.mayBeFar(now.failed(), now.total())) {
            return 0;
        }
        CollectionAttempts.Ended usual = attempts.ended(today.minusDays(DAYS), today.minusDays(1));
        if (Rise.isFar(now.failed(), now.total(), usual.failed(), usual.total())) {
            String detail =
                    now.failed() + " of " + now.total() + " collections took nothing, " + usual.failed() + " of "
                            + usual.total() + " in the " + DAYS + " days before; most often: "
                            + String.join("; ", attempts.reasons(today, REASONS));
            transactions.inTransaction(
                    () -> alarms.raiseHourly(new Alarm("COLLECTION_FAILURE_RATE", today.toString(), detail)));
        }
        return 0;
    }
}
