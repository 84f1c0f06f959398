package io.jointlending.repayment.guard.application;

import io.jointlending.repayment.guard.domain.LedgerAlert;
import io.jointlending.repayment.guard.domain.LedgerAlerts;
import io.jointlending.repayment.guard.domain.SkippedPeriods;
import io.jointlending.repayment.guard.domain.SkippedPeriods.Skip;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.support.job.EachOrder;
import io.jointlending.support.job.Job;
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
public final class CheckSkippedPeriods {
    /** Name of the job. */
    public static final String NAME = "skipped-periods";

    private static final Logger LOG = LoggerFactory.getLogger(CheckSkippedPeriods.class);
    private static final String KIND = "SKIPPED_PERIOD";
    private static final int EVENTS = 200;
    private static final EachOrder.Plan PLAN = new EachOrder.Plan(NAME, 16, LocalTime.of(1, 0), 100);

    private final LedgerAlerts alerts;
    private final Ledgers ledgers;
    private final Transactions transactions;

    /** Checks these ledgers. */
    public CheckSkippedPeriods(LedgerAlerts alerts, Ledgers ledgers, Transactions transactions) {
        this.alerts = alerts;
        this.ledgers = ledgers;
        this.transactions = transactions;
    }

    /** The job that does it. */
    public Job job() {
        return new EachOrder(PLAN, alerts::outOfOrder, this::check, transactions);
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
