package io.jointlending.repayment.collection.application;

import io.jointlending.repayment.due.domain.DueOrders;
import io.jointlending.support.job.EachOrder;
import io.jointlending.support.job.Job;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The collection run (批扣): one attempt for every order that something is due on or past due, once a day. */
public final class CollectDue {
    /** Name of the job. */
    public static final String NAME = "collection";

    /** Small pages, because each order waits for the payment system. */
    private static final EachOrder.Plan PLAN = new EachOrder.Plan(NAME, 32, LocalTime.of(9, 0), 20);

    private CollectDue() {}

    /** Collects from these orders. What a day left over is not collected under its date: it finds no orders any more. */
    public static Job job(
            DueOrders due, CollectOrder collectOrder, Transactions transactions, BusinessCalendar calendar) {
        return new EachOrder(
                PLAN,
                (day, shardKey, after, limit) ->
                        isToday(day, calendar) ? due.dueUpTo(day, shardKey, after, limit) : List.of(),
                collectOrder::run,
                transactions);
    }

    private static boolean isToday(LocalDate day, BusinessCalendar calendar) {
        return day.equals(calendar.today());
    }
}
