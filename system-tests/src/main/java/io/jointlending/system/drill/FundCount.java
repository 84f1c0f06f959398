package io.jointlending.system.drill;

import io.jointlending.system.client.Await;
import io.jointlending.system.client.Banks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What became of orders, by our books and by those of the banks. */
final class FundCount {
    private static final Map<String, String> INSTITUTIONS = Map.of("first-bank", "BANK-A", "second-bank", "BANK-B");

    /**
     * A task t whose application was written ahead and never came to the bank, because its process was killed in between: the bank
     * answers that it knows no such loan. The flow goes on asking for an hour, in case it is only late, and then a person decides.
     */
    private static final String UNKNOWN = "t.status IN (1, 2) AND t.step = 'loan-query' AND EXISTS (SELECT 1 FROM"
            + " fund_router.fund_step_log l WHERE l.task_id = t.id AND l.step = 'loan-query' AND l.category = 'NOT_FOUND')";

    private static final String ASKED = "t.behaviour IN ('loan', 'cancel')";
    private static final String OPEN_TASKS = "SELECT COUNT(*) FROM fund_router.fund_task t WHERE " + ASKED
            + " AND t.status IN (1, 2) AND NOT (" + UNKNOWN + ")";
    private static final String STUCK = "SELECT COUNT(*) FROM fund_router.funding f WHERE f.status IN (10, 20, 30)"
            + " AND NOT EXISTS (SELECT 1 FROM fund_router.fund_task t WHERE t.order_no = f.order_no AND " + ASKED
            + " AND (t.status = 9 OR " + UNKNOWN + "))";
    private static final String NOT_HEARD_OF = "SELECT COUNT(*) FROM loan.loan_order o WHERE o.status = 40"
            + " AND NOT EXISTS (SELECT 1 FROM fund_router.funding f WHERE f.order_no = o.order_no)";
    private static final int TAIL = 20;

    private final DrillPlatform platform;
    private final Banks banks;

    FundCount(DrillPlatform platform, Banks banks) {
        this.platform = platform;
        this.banks = banks;
    }

    /**
     * What was found.
     *
     * @param orders orders that were paid out to their borrowers
     * @param funded those with sub-orders
     * @param doubleFunded loans that a bank has paid out more than once, or beyond what its sub-order says
     * @param lostFunding sub-orders that their bank has not paid out in full
     * @param stuck orders that are neither funded nor wait for a person or a bank that knows nothing of them
     * @param unknown orders whose bank knows nothing of an application that was written ahead of the end of its process
     * @param manual orders about which a person decides
     * @param quotaLeak reservations of funded orders, and quotas that differ from what was lent
     */
    record Found(
            long orders,
            long funded,
            long doubleFunded,
            long lostFunding,
            long stuck,
            long unknown,
            long manual,
            long quotaLeak) {
        /** Nothing is doubled, lost, leaked or stuck, and every order is somewhere. */
        boolean whole() {
            return doubleFunded == 0
                    && lostFunding == 0
                    && quotaLeak == 0
                    && stuck == 0
                    && funded + unknown + manual == orders;
        }
    }

    /** Until every order is funded, waits for a person, or for a bank that knows nothing of it. */
    void awaitEnded(Duration limit) {
        String open = "SELECT (" + NOT_HEARD_OF + ") + (" + OPEN_TASKS + ") + (" + STUCK + ")";
        Await.until("every order is funded or waits for a person", limit, () -> platform.number(open) == 0);
    }

    /** Loans of a channel that were begun since and have no result. */
    long openOf(String channel, String since) {
        return platform.number("SELECT (SELECT COUNT(*) FROM fund_router.fund_task WHERE behaviour = 'loan'"
                + " AND status IN (1, 2) AND channel = '" + channel + "' AND created_at >= '" + since + "')"
                + " + (SELECT COUNT(*) FROM fund_router.funding WHERE status IN (10, 20) AND created_at >= '" + since
                + "') + (" + NOT_HEARD_OF + ")");
    }

    /** How long 95 % of the loans of a channel that were begun since have taken. */
    long p95Millis(String channel, String since) {
        List<Long> millis = platform.numbers("SELECT TIMESTAMPDIFF(MICROSECOND, created_at, updated_at) DIV 1000"
                + " FROM fund_router.fund_task WHERE behaviour = 'loan' AND status IN (7, 8) AND channel = '" + channel
                + "' AND created_at >= '" + since + "' ORDER BY 1 DESC");
        return millis.isEmpty() ? 0 : millis.get(millis.size() / TAIL);
    }

    /** Orders that were funded after an attempt before had been refused. */
    long rerouted() {
        return platform.number(
                "SELECT COUNT(*) FROM fund_router.funding WHERE status IN (40, 45) AND route_attempt > 1");
    }

    /** Counts everything. */
    Found found() {
        long doubled = 0;
        long lost = 0;
        for (Map.Entry<String, String> bank : INSTITUTIONS.entrySet()) {
            Set<String> twice = banks.paidTwice(bank.getKey());
            Map<String, Long> paid = banks.paidFen(bank.getKey());
            Map<String, Long> lent = lent(bank.getValue());
            TreeSet<String> loans = new TreeSet<>(paid.keySet());
            loans.addAll(lent.keySet());
            loans.addAll(twice);
            for (String loan : loans) {
                long ours = lent.getOrDefault(loan, 0L);
                long theirs = paid.getOrDefault(loan, 0L);
                boolean tooMuch = twice.contains(loan) || (theirs > ours && !(ours == 0 && undecided(loan)));
                doubled += tooMuch ? 1 : 0;
                lost += theirs < ours ? 1 : 0;
            }
        }
        return new Found(
                platform.number("SELECT COUNT(*) FROM loan.loan_order WHERE status = 40"),
                platform.number("SELECT COUNT(*) FROM fund_router.funding WHERE status IN (40, 45)"),
                doubled,
                lost,
                platform.number(STUCK),
                underWayWith("(t.status = 9 OR " + UNKNOWN + ")") - underWayWith("t.status = 9"),
                platform.number("SELECT COUNT(*) FROM fund_router.funding WHERE status = 90")
                        + underWayWith("t.status = 9"),
                quotaLeak());
    }

    /** Orders that are not funded and have a task like this. */
    private long underWayWith(String task) {
        return platform.number(
                "SELECT COUNT(*) FROM fund_router.funding f WHERE f.status IN (20, 30) AND EXISTS (SELECT 1"
                        + " FROM fund_router.fund_task t WHERE t.order_no = f.order_no AND " + ASKED + " AND " + task
                        + ")");
    }

    private Map<String, Long> lent(String institution) {
        Map<String, Long> lent = new HashMap<>();
        String where =
                " FROM fund_router.sub_order WHERE institution_code = '" + institution + "' ORDER BY sub_order_no";
        List<String> numbers = platform.texts("SELECT sub_order_no" + where);
        List<Long> fen = platform.numbers("SELECT contribution_fen" + where);
        for (int i = 0; i < numbers.size(); i++) {
            lent.put(numbers.get(i), fen.get(i));
        }
        return lent;
    }

    /** Money of an order that is not decided yet is neither doubled nor lost. */
    private boolean undecided(String loan) {
        return platform.number("SELECT COUNT(*) FROM fund_router.fund_task t JOIN fund_router.funding f"
                        + " ON f.order_no = t.order_no WHERE t.biz_no = '" + loan + "' AND f.status IN (20, 30, 90)")
                > 0;
    }

    private long quotaLeak() {
        long reserved = platform.number("SELECT COUNT(*) FROM fund_router.fund_quota_entry e JOIN fund_router.funding f"
                + " ON f.order_no = e.order_no WHERE e.status = 'RESERVED' AND f.status IN (40, 45)");
        long differing = platform.number("SELECT COUNT(*) FROM fund_router.fund_quota q WHERE q.dimension = 'TOTAL'"
                + " AND q.used_fen <> (SELECT COALESCE(SUM(s.contribution_fen), 0) FROM fund_router.sub_order s"
                + " WHERE s.institution_code = q.institution_code)");
        return reserved + differing;
    }
}
