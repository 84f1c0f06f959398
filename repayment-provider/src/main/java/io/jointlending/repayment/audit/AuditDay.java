package io.jointlending.repayment.audit;

import io.jointlending.repayment.tables.Mappers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/**
 * Audits every order that was touched on a booking date: those with events of the date, then those whose sub-orders came late
 * and were given lines of the date for older events. A step audits some hundred orders and says where the next one begins.
 */
public final class AuditDay {
    private static final int ORDERS_PER_STEP = 300;
    private static final String EVENTS = "E:";
    private static final String LINES = "L:";
    private static final String SEPARATOR = ":";

    private final FindingMapper touched;
    private final AuditOrders auditOrders;
    private final int ordersPerStep;

    /** Walks through the books of this session's database. */
    public AuditDay(SqlSession session, AuditOrders auditOrders) {
        this(session, auditOrders, ORDERS_PER_STEP);
    }

    AuditDay(SqlSession session, AuditOrders auditOrders, int ordersPerStep) {
        this.touched = Mappers.of(session, FindingMapper.class);
        this.auditOrders = auditOrders;
        this.ordersPerStep = ordersPerStep;
    }

    /**
     * Where a step ended.
     *
     * @param cursor where the next one begins
     * @param orders how many orders it audited
     * @param last true when there is no next one
     */
    public record Progress(String cursor, int orders, boolean last) {}

    /** One step, from the place where the one before ended; empty at first. */
    public Progress step(LocalDate date, String cursor) {
        if (cursor.isEmpty() || cursor.startsWith(EVENTS)) {
            return events(date, cursor.isEmpty() ? "" : cursor.substring(EVENTS.length()));
        }
        int institutionEnd = cursor.indexOf(SEPARATOR, LINES.length());
        return lines(date, cursor.substring(LINES.length(), institutionEnd), cursor.substring(institutionEnd + 1));
    }

    private Progress events(LocalDate date, String after) {
        List<TouchedRow> rows = touched.events(date, after, ordersPerStep);
        int orders = audit(rows.stream().map(TouchedRow::orderNo).distinct().toList());
        return rows.size() < ordersPerStep
                ? institution("", orders)
                : new Progress(EVENTS + lastOf(rows).cursorKey(), orders, false);
    }

    private Progress lines(LocalDate date, String institutionCode, String after) {
        List<TouchedRow> rows = touched.lines(institutionCode, date, after, ordersPerStep);
        List<String> late = new ArrayList<>(
                rows.stream().map(TouchedRow::orderNo).distinct().toList());
        if (!late.isEmpty()) {
            late.removeAll(touched.withEvents(date, late));
        }
        int orders = audit(late);
        return rows.size() < ordersPerStep
                ? institution(institutionCode, orders)
                : new Progress(
                        LINES + institutionCode + SEPARATOR + lastOf(rows).cursorKey(), orders, false);
    }

    private Progress institution(String after, int orders) {
        String next = touched.institutionAfter(after);
        return next == null ? new Progress("", orders, true) : new Progress(LINES + next + SEPARATOR, orders, false);
    }

    private int audit(List<String> orderNos) {
        if (!orderNos.isEmpty()) {
            auditOrders.live(orderNos);
        }
        return orderNos.size();
    }

    private static TouchedRow lastOf(List<TouchedRow> rows) {
        return rows.get(rows.size() - 1);
    }
}
