package io.jointlending.system.drill;

import io.jointlending.system.client.Await;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the databases say: every business row has its message, every message its effect in every group that it concerns. A
 * RepaymentPosted concerns nobody here: credit of the drill's product comes back when all is settled.
 */
final class MessageCount {
    /** What begins the key of every message that the drill itself puts into an outbox. */
    static final String PLANTED = "drill-";

    private static final List<String> SCHEMAS = List.of("loan", "fund_router", "repayment", "channel_admin");
    private static final List<Route> ROUTES = List.of(
            new Route("loan", "MasterOrderActivated", "fund_router", "fund-router-funding"),
            new Route("loan", "MasterOrderActivated", "repayment", "repayment-ledger"),
            new Route("fund_router", "SubOrdersCreated", "repayment", "repayment-split"),
            new Route("repayment", "MasterOrderSettled", "loan", "loan-settlement"),
            new Route("repayment", "MasterOrderSettled", "fund_router", "fund-router-settlement"));

    private final DrillPlatform platform;

    MessageCount(DrillPlatform platform) {
        this.platform = platform;
    }

    /** Rows that must have sent a message: orders that became active, fundings that ended, repayments that were booked. */
    long businessRows() {
        return activeOrders()
                + platform.number("SELECT COUNT(DISTINCT order_no) FROM fund_router.sub_order")
                + platform.number("SELECT COUNT(*) FROM repayment.ledger_event");
    }

    /** Messages that were written, the planted ones not counted. */
    long messages() {
        return sum("SELECT COUNT(*) FROM %s.mq_outbox WHERE msg_key NOT LIKE '" + PLANTED + "%%'");
    }

    /** Effects that the messages must have had: one for each group that consumes the type. */
    long wantedEffects() {
        return ROUTES.stream()
                .mapToLong(route -> platform.number("SELECT COUNT(*) FROM " + route.from()
                        + ".mq_outbox WHERE msg_type = '" + route.type() + "' AND msg_key NOT LIKE '" + PLANTED + "%'"))
                .sum();
    }

    /** Effects that are committed in these groups. */
    long effects() {
        return ROUTES.stream()
                .collect(Collectors.groupingBy(Route::to, Collectors.mapping(Route::group, Collectors.toSet())))
                .entrySet()
                .stream()
                .mapToLong(groups -> platform.number("SELECT COUNT(*) FROM " + groups.getKey()
                        + ".mq_consume_log WHERE consumer_group IN ('" + String.join("', '", groups.getValue())
                        + "')"))
                .sum();
    }

    /** Messages without their effect, and business rows without their message. */
    long lost() {
        return lost("9999-12-31");
    }

    /** The same of what was written up to a time, UTC. */
    private long lost(String until) {
        long without = 0;
        for (Route route : ROUTES) {
            without += platform.number("SELECT COUNT(*) FROM " + route.from() + ".mq_outbox o LEFT JOIN " + route.to()
                    + ".mq_consume_log l ON l.consumer_group = '" + route.group() + "' AND l.msg_key = o.msg_key"
                    + " WHERE o.msg_type = '" + route.type() + "' AND o.msg_key NOT LIKE '" + PLANTED
                    + "%' AND l.msg_key IS NULL AND o.created_at <= '" + until + "'");
        }
        return without
                + platform.number("SELECT COUNT(*) FROM loan.loan_order r LEFT JOIN loan.mq_outbox o ON o.msg_key ="
                        + " CONCAT('activated-', r.order_no) WHERE r.status IN (40, 90) AND o.id IS NULL")
                + platform.number("SELECT COUNT(DISTINCT s.order_no) FROM fund_router.sub_order s"
                        + " LEFT JOIN fund_router.mq_outbox o ON o.msg_key = CONCAT('suborders-', s.order_no)"
                        + " WHERE o.id IS NULL")
                + missing("fund_router.funding", until)
                + missing("repayment.ledger", until);
    }

    /** Effects beyond one per message, and what a second effect would have left in the business tables. */
    long doubled() {
        return Math.max(0, effects() - wantedEffects())
                + platform.number("SELECT COUNT(*) - COUNT(DISTINCT order_no) FROM fund_router.funding")
                + platform.number("SELECT COUNT(*) - COUNT(DISTINCT order_no) FROM repayment.ledger")
                + platform.number("SELECT COALESCE(SUM(lines_of - 1), 0) FROM (SELECT COUNT(*) AS lines_of"
                        + " FROM fund_router.sub_order GROUP BY order_no, institution_code) twice")
                + platform.number("SELECT COALESCE(SUM(booked - 1), 0) FROM (SELECT COUNT(*) AS booked"
                        + " FROM repayment.ledger_event GROUP BY order_no) twice");
    }

    long pending() {
        return pending("9999-12-31");
    }

    private long pending(String until) {
        return sum("SELECT COUNT(*) FROM %s.mq_outbox WHERE status = 0 AND created_at <= '" + until + "'");
    }

    /** Dead letters that need a person. */
    long dead() {
        return sum("SELECT COUNT(*) FROM %s.mq_dead_letter WHERE status = 0");
    }

    /** Of them those that the drill planted. */
    long deadPlanted() {
        return sum("SELECT COUNT(*) FROM %s.mq_dead_letter WHERE status = 0 AND msg_key LIKE '" + PLANTED + "%%'");
    }

    /** Alarms of dead letters of which somebody was told. */
    long alarms() {
        return sum("SELECT COUNT(*) FROM %s.alarm WHERE alarm_code = 'DEAD_LETTER' AND delivered_at IS NOT NULL");
    }

    /** From the insert of an activation message to the insert of its effect, so many percent within this, in ms. */
    BigDecimal toEffectMillis(int percent, String fromUtc, String toUtc) {
        List<Long> micros = platform.numbers("SELECT TIMESTAMPDIFF(MICROSECOND, o.created_at, l.consumed_at) AS taken"
                + " FROM loan.mq_outbox o JOIN repayment.mq_consume_log l ON l.consumer_group = 'repayment-ledger'"
                + " AND l.msg_key = o.msg_key WHERE o.created_at BETWEEN '" + fromUtc + "' AND '" + toUtc
                + "' ORDER BY taken");
        return micros.isEmpty()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(micros.get((int) ((micros.size() - 1L) * percent / 100)) / 1_000);
    }

    /** Returns when nothing that was there at the call waits or misses its effect. */
    Drained drain(Duration limit) {
        long begun = System.nanoTime();
        String now = platform.text("SELECT CAST(NOW(3) AS CHAR)");
        Await.until("everything is sent", limit, () -> pending(now) == 0);
        long sent = System.nanoTime();
        Await.until("everything has its effect", limit, () -> lost(now) == 0);
        return new Drained((sent - begun) / 1_000_000, (System.nanoTime() - begun) / 1_000_000);
    }

    private long activeOrders() {
        return platform.number("SELECT COUNT(*) FROM loan.loan_order WHERE status IN (40, 90)");
    }

    private long missing(String table, String until) {
        return platform.number("SELECT COUNT(*) FROM loan.loan_order r LEFT JOIN " + table
                + " e ON e.order_no = r.order_no JOIN loan.mq_outbox o ON o.msg_key = CONCAT('activated-', r.order_no)"
                + " WHERE r.status IN (40, 90) AND e.order_no IS NULL AND o.created_at <= '" + until + "'");
    }

    private long sum(String sql) {
        return SCHEMAS.stream()
                .mapToLong(schema -> platform.number(sql.formatted(schema)))
                .sum();
    }

    /**
     * How long it took until everything was where it belongs.
     *
     * @param sentMillis no message waited in an outbox any more
     * @param effectMillis every message had its effects
     */
    record Drained(long sentMillis, long effectMillis) {}

    /**
     * Who consumes what.
     *
     * @param from schema of the sender
     * @param to schema of the consumer
     */
    private record Route(String from, String type, String to, String group) {}
}
