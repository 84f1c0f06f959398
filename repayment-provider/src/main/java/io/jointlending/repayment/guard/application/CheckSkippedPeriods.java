package io.jointlending.repayment.guard.application;

import io.jointlending.repayment.guard.domain.LedgerAlert;
import io.jointlending.repayment.guard.domain.LedgerAlerts;
import io.jointlending.repayment.guard.domain.SkippedPeriods;
import io.jointlending.repayment.guard.domain.SkippedPeriods.Skip;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.OrderCursor;
import io.jointlending.support.job.OrderCursor.Page;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily check for skipped periods (跳期). The waterfall does not skip; this proves it every day, on what is stored. One
 * query per shard key finds the few orders whose state could come from a skip, and only their events are replayed.
 */
public final class CheckSkippedPeriods implements Job {
    /** Name of the job. */
    public static final String NAME = "skipped-periods";

    private static final Logger LOG = LoggerFactory.getLogger(CheckSkippedPeriods.class);
    private static final String KIND = "SKIPPED_PERIOD";
    private static final int BATCH = 100;
    private static final int EVENTS = 200;
    private static final int SHARDS = 16;
    private static final LocalTime FROM = LocalTime.of(1, 0);

    private final LedgerAlerts alerts;
    private final Ledgers ledgers;
    private final Transactions transactions;

    /** Checks these ledgers. */
    public CheckSkippedPeriods(LedgerAlerts alerts, Ledgers ledgers, Transactions transactions) {
        this.alerts = alerts;
        this.ledgers = ledgers;
        this.transactions = transactions;
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

    /** The check of today sees what that of yesterday would have seen. */
    @Override
    public boolean catchesUp() {
        return false;
    }

    /** Reading a ledger holds its writers off: each order is a transaction of its own. */
    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Step step(Slice slice) {
        return OrderCursor.walk(slice, BATCH, (shardKey, orderNo) -> page(slice.businessDate(), shardKey, orderNo));
    }

    private Page page(LocalDate day, int shardKey, String afterOrderNo) {
        List<String> orders = transactions.inTransaction(() -> alerts.outOfOrder(day, shardKey, afterOrderNo, BATCH));
        orders.forEach(orderNo -> check(orderNo, day));
        return new Page(orders.size() < BATCH ? null : orders.get(BATCH - 1), orders.size());
    }

    private void check(String orderNo, LocalDate day) {
        List<Skip> skips = transactions.inTransaction(() -> ledgers.find(orderNo)
                .map(ledger -> SkippedPeriods.find(ledger, events(ledger)))
                .orElse(List.of()));
        for (Skip skip : skips) {
            LedgerAlert alert = new LedgerAlert(
                    orderNo,
                    KIND,
                    skip.sequence(),
                    day,
                    skip.skippedNo(),
                    "event " + skip.sequence() + " settled installment " + skip.settledNo() + " and left "
                            + skip.openFen() + " fen of installment " + skip.skippedNo() + " open");
            if (transactions.inTransaction(() -> alerts.add(alert))) {
                LOG.error("ledger alert kind={} order={} {}", KIND, orderNo, alert.detail());
            }
        }
    }

    private List<LedgerEvent> events(Ledger ledger) {
        List<LedgerEvent> all = new ArrayList<>();
        List<LedgerEvent> some;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).sequence();
            some = ledgers.events(ledger.head().orderNo(), after, EVENTS);
            all.addAll(some);
        } while (some.size() == EVENTS);
        return all;
    }
}
