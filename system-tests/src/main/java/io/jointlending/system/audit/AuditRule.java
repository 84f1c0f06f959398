package io.jointlending.system.audit;

import io.jointlending.system.audit.Audit.Kind;
import java.util.List;

/**
 * A rule of the books as a SELECT that must return no row. {@code ?} stands for the pattern of the borrower numbers looked
 * at; the first column names what breaks the rule, an order number for rules about orders.
 *
 * @param name the rule in words
 * @param kind what a broken row is counted as
 * @param sql the SELECT
 */
record AuditRule(String name, Kind kind, String sql) {
    private static final List<String> COMPONENTS = List.of("penalty", "fee", "interest", "principal");

    /** Rules over everything in the books: they hold at any time. */
    static List<AuditRule> always() {
        return List.of(
                new AuditRule(
                        "in every cell the sub-orders add up to the master order, due and settled",
                        Kind.SPLIT,
                        "SELECT i.order_no, i.installment_no FROM repayment.ledger l"
                                + " JOIN repayment.ledger_installment i ON i.order_no = l.order_no"
                                + " LEFT JOIN repayment.sub_installment s"
                                + " ON s.order_no = i.order_no AND s.installment_no = i.installment_no"
                                + " WHERE l.split_version > 0 GROUP BY i.order_no, i.installment_no, "
                                + each("i.due_%s_fen, i.settled_%1$s_fen", ", ")
                                + " HAVING "
                                + each(
                                        "COALESCE(SUM(s.due_%s_fen), -1) <> i.due_%1$s_fen"
                                                + " OR COALESCE(SUM(s.settled_%1$s_fen), -1) <> i.settled_%1$s_fen",
                                        " OR ")),
                new AuditRule(
                        "no sub-order cell is negative or settled beyond what is due",
                        Kind.SPLIT,
                        "SELECT sub_order_no, installment_no FROM repayment.sub_installment WHERE "
                                + each("settled_%s_fen < 0 OR settled_%1$s_fen > due_%1$s_fen", " OR ")),
                new AuditRule(
                        "no master cell is negative or settled beyond what is due",
                        Kind.SPLIT,
                        "SELECT order_no, installment_no FROM repayment.ledger_installment WHERE "
                                + each("settled_%s_fen < 0 OR settled_%1$s_fen > due_%1$s_fen", " OR ")),
                new AuditRule(
                        "no split line is negative",
                        Kind.SPLIT,
                        "SELECT order_no, sequence_no, sub_order_no FROM repayment.split_line WHERE event_kind <> 'REVERSAL' AND ("
                                + each("settled_%s_fen < 0", " OR ") + ")"),
                new AuditRule(
                        "the split lines of a sub-order add up to what it has settled",
                        Kind.SPLIT,
                        "SELECT s.sub_order_no, s.installment_no FROM repayment.sub_installment s"
                                + " LEFT JOIN repayment.split_line x"
                                + " ON x.sub_order_no = s.sub_order_no AND x.installment_no = s.installment_no"
                                + " GROUP BY s.sub_order_no, s.installment_no, "
                                + each("s.settled_%s_fen", ", ")
                                + " HAVING "
                                + each("COALESCE(SUM(x.settled_%s_fen), 0) <> s.settled_%1$s_fen", " OR ")),
                new AuditRule(
                        "the split of every event is the event",
                        Kind.SPLIT,
                        "SELECT p.order_no, p.repayment_no FROM repayment.ledger_event p"
                                + " JOIN repayment.ledger l ON l.order_no = p.order_no"
                                + " LEFT JOIN repayment.split_line x"
                                + " ON x.order_no = p.order_no AND x.sequence_no = p.sequence_no"
                                + " WHERE l.split_version > 0 GROUP BY p.order_no, p.repayment_no, p.applied_fen"
                                + " HAVING COALESCE(SUM(" + each("x.settled_%s_fen", " + ")
                                + "), 0) <> p.applied_fen"),
                new AuditRule(
                        "the sub-orders of both providers are the same and fund the whole loan",
                        Kind.SPLIT,
                        """
                        SELECT o.order_no FROM loan.loan_order o
                          JOIN repayment.ledger l ON l.order_no = o.order_no AND l.split_version > 0
                          LEFT JOIN repayment.sub_ledger r ON r.order_no = o.order_no
                          LEFT JOIN fund_router.sub_order f ON f.sub_order_no = r.sub_order_no AND f.weight = r.weight
                           AND f.contribution_fen = r.contribution_fen AND f.institution_code = r.institution_code
                         GROUP BY o.order_no, o.amount_fen
                        HAVING COALESCE(SUM(f.contribution_fen), 0) <> o.amount_fen
                            OR COALESCE(SUM(r.contribution_fen), 0) <> o.amount_fen"""));
    }

    /** Rules over the orders that should be settled. */
    static List<AuditRule> whenSettled() {
        return List.of(
                new AuditRule(
                        "every master order is settled (state 90)",
                        Kind.OPEN,
                        "SELECT order_no, status FROM loan.loan_order WHERE borrower_no LIKE ? AND status <> 90"),
                new AuditRule(
                        "nothing is open on a master order",
                        Kind.OPEN,
                        "SELECT o.order_no, i.installment_no FROM loan.loan_order o"
                                + " LEFT JOIN repayment.ledger l ON l.order_no = o.order_no"
                                + " LEFT JOIN repayment.ledger_installment i ON i.order_no = o.order_no"
                                + " WHERE o.borrower_no LIKE ? AND (i.order_no IS NULL OR l.status <> 'SETTLED' OR "
                                + each("i.settled_%s_fen <> i.due_%1$s_fen", " OR ")
                                + ")"),
                new AuditRule(
                        "nothing is open on a sub-order",
                        Kind.OPEN,
                        "SELECT o.order_no, s.sub_order_no, s.installment_no FROM loan.loan_order o"
                                + " LEFT JOIN repayment.sub_ledger b ON b.order_no = o.order_no"
                                + " LEFT JOIN repayment.sub_installment s ON s.sub_order_no = b.sub_order_no"
                                + " WHERE o.borrower_no LIKE ? AND (s.order_no IS NULL OR b.status <> 'SETTLED' OR "
                                + each("s.settled_%s_fen <> s.due_%1$s_fen", " OR ")
                                + ")"),
                new AuditRule(
                        "every sub-order is SETTLED on the fund side",
                        Kind.OPEN,
                        """
                        SELECT o.order_no, f.sub_order_no, f.status FROM loan.loan_order o
                          LEFT JOIN fund_router.sub_order f ON f.order_no = o.order_no
                         WHERE o.borrower_no LIKE ? AND (f.order_no IS NULL OR f.status <> 'SETTLED')"""),
                new AuditRule(
                        "every credit line is free again",
                        Kind.OPEN,
                        """
                        SELECT o.order_no, c.used_fen, c.reserved_fen FROM loan.loan_order o
                          LEFT JOIN loan.credit_line c ON c.borrower_no = o.borrower_no
                         WHERE o.borrower_no LIKE ?
                           AND (c.borrower_no IS NULL OR c.used_fen <> 0 OR c.reserved_fen <> 0)"""));
    }

    /** Nothing is under way: no message to send, none that nobody could take, no task. */
    static List<AuditRule> whenQuiet() {
        List<AuditRule> rules = new java.util.ArrayList<>();
        for (String schema : List.of("loan", "fund_router", "repayment", "channel_admin")) {
            rules.add(new AuditRule(
                    schema + " has no message pending or dead",
                    Kind.PENDING,
                    "SELECT msg_key, status FROM " + schema + ".mq_outbox WHERE status IN (0, 3)"));
            rules.add(new AuditRule(
                    schema + " has no dead letter",
                    Kind.PENDING,
                    "SELECT msg_key, reason FROM " + schema + ".mq_dead_letter WHERE status = 0"));
        }
        rules.add(
                new AuditRule(
                        "every funding task has ended",
                        Kind.PENDING,
                        "SELECT order_no, status FROM fund_router.funding WHERE borrower_no LIKE ? AND status NOT IN (40, 45)"));
        rules.add(
                new AuditRule(
                        "every active order has reached the fund side and the ledger",
                        Kind.PENDING,
                        """
                SELECT o.order_no, o.status FROM loan.loan_order o
                  LEFT JOIN fund_router.funding t ON t.order_no = o.order_no
                  LEFT JOIN repayment.ledger l ON l.order_no = o.order_no
                 WHERE o.borrower_no LIKE ? AND o.status IN (40, 90)
                   AND (t.order_no IS NULL OR l.order_no IS NULL OR l.split_version = 0)"""));
        return List.copyOf(rules);
    }

    private static String each(String template, String joint) {
        return COMPONENTS.stream()
                .map(component -> String.format(template, component))
                .collect(java.util.stream.Collectors.joining(joint));
    }
}
