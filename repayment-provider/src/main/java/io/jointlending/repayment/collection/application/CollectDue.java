package io.jointlending.repayment.collection.application;

import io.jointlending.repayment.due.domain.DueOrders;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.OrderCursor;
import io.jointlending.support.job.OrderCursor.Page;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The collection run (批扣): one attempt for every order that something is due on or past due, once a day. A run that was
 * stopped goes on where it was; what the other day left over is not collected under its date.
 */
public final class CollectDue implements Job {
    /** Name of the job. */
    public static final String NAME = "collection";

    private static final Logger LOG = LoggerFactory.getLogger(CollectDue.class);
    /** Small, because each order waits for the payment system. */
    private static final int BATCH = 20;

    private static final int SHARDS = 32;
    private static final LocalTime FROM = LocalTime.of(9, 0);

    private final DueOrders due;
    private final CollectOrder collectOrder;
    private final Transactions transactions;
    private final BusinessCalendar calendar;

    /** Collects from these orders. */
    public CollectDue(DueOrders due, CollectOrder collectOrder, Transactions transactions, BusinessCalendar calendar) {
        this.due = due;
        this.collectOrder = collectOrder;
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int shards() {
        return SHARDS;
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    @Override
    public boolean catchesUp() {
        return false;
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Step step(Slice slice) {
        LocalDate today = calendar.today();
        if (!slice.businessDate().equals(today)) {
            LOG.warn("collection of {} ends unfinished: today is {}", slice.businessDate(), today);
            return Step.done(0);
        }
        return OrderCursor.walk(slice, BATCH, (shardKey, orderNo) -> page(today, shardKey, orderNo));
    }

    private Page page(LocalDate today, int shardKey, String afterOrderNo) {
        List<String> orders = transactions.inTransaction(() -> due.dueUpTo(today, shardKey, afterOrderNo, BATCH));
        orders.forEach(orderNo -> collectOrder.run(orderNo, today));
        return new Page(orders.size() < BATCH ? null : orders.get(BATCH - 1), orders.size());
    }
}
