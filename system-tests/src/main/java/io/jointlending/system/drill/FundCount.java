package io.jointlending.system.drill;

import io.jointlending.system.client.Await;
import io.jointlending.system.client.Banks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What became of orders, by our books and by those of the banks. */
final class FundCount {
    private static final Map<String, String> INSTITUTIONS = Map.of("first-bank", "BANK-A", "second-bank", "BANK-B");
    private static final String OPEN_LOANS =
            "SELECT COUNT(*) FROM fund_router.fund_task WHERE behaviour IN ('loan', 'cancel') AND status IN (1, 2)";
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
     * @param doubleFunded loans that a bank has paid out more than once, or that are no sub-order although it was paid out
     * @param lostFunding sub-orders that their bank has not paid out in full
     * @param stuck orders that are neither funded nor wait for a person
     * @param manual orders about which a person decides
     * @param quotaLeak reservations of funded orders, and quotas that differ from what was lent
     */
    record Found(
            long orders, long funded, long doubleFunded, long lostFunding, long stuck, long manual, long quotaLeak) {}

    /** Until every order is funded or waits for a person. */
    void awaitEnded(Duration limit) {
        Await.until(
                "every order is funded or waits for a person",
                limit,
                () -> platform.number("SELECT COUNT(*) FROM loan.loan_order WHERE status = 40")
                                <= platform.number("SELECT COUNT(*) FROM fund_router.funding")
                        && platform.number(OPEN_LOANS) == 0
                        && stuck() == 0);
    }

    private long stuck() {
        return platform.number(
                "SELECT COUNT(*) FROM fund_router.funding f WHERE f.status IN (10, 20, 30)"
                        + " AND NOT EXISTS (SELECT 1 FROM fund_router.fund_task t WHERE t.order_no = f.order_no AND t.status = 9)");
    }

    /** Loans of a channel that were begun since and have no result. */
    long openOf(String channel, String since) {
        return platform.number(OPEN_LOANS + " AND channel = '" + channel + "' AND created_at >= '" + since + "'")
                + platform.number(
                        "SELECT COUNT(*) FROM fund_router.funding WHERE status IN (10, 20) AND created_at >= '" + since
                                + "'");
    }

    /** How long 95 % of the loans of a channel that were begun since have taken. */
    long p95Millis(String channel, String since) {
        List<Long> millis = platform.numbers("SELECT TIMESTAMPDIFF(MICROSECOND, created_at, updated_at) DIV 1000"
                + " FROM fund_router.fund_task WHERE behaviour = 'loan' AND status IN (7, 8) AND channel = '" + channel
                + "' AND created_at >= '" + since + "' ORDER BY 1 DESC");
        return millis.isEmpty() ? 0 : millis.get(millis.size() / TAIL);
    }

    /** Counts everything. */
    Found found() {
        long doubled = 0;
        long lost = 0;
        for (Map.Entry<String, String> bank : INSTITUTIONS.entrySet()) {
            doubled += banks.paidTwice(bank.getKey());
            Map<String, Long> paid = banks.paidFen(bank.getKey());
            Map<String, Long> lent = lent(bank.getValue());
            TreeSet<String> loans = new TreeSet<>(paid.keySet());
            loans.addAll(lent.keySet());
            for (String loan : loans) {
                boolean same = Objects.equals(paid.get(loan), lent.get(loan));
                boolean underWay = lent.get(loan) == null && waitsForAPerson(loan);
                doubled += !same && !underWay && lent.get(loan) == null ? 1 : 0;
                lost += !same && lent.get(loan) != null ? 1 : 0;
            }
        }
        return new Found(
                platform.number("SELECT COUNT(*) FROM loan.loan_order WHERE status = 40"),
                platform.number("SELECT COUNT(*) FROM fund_router.funding WHERE status IN (40, 45)"),
                doubled,
                lost,
                stuck(),
                platform.number("SELECT COUNT(DISTINCT f.order_no) FROM fund_router.funding f"
                        + " LEFT JOIN fund_router.fund_task t ON t.order_no = f.order_no AND t.status = 9"
                        + " WHERE f.status = 90 OR (f.status IN (20, 30) AND t.id IS NOT NULL)"),
                quotaLeak());
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
    private boolean waitsForAPerson(String loan) {
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
