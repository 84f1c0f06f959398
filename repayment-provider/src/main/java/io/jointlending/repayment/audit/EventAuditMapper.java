package io.jointlending.repayment.audit;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/**
 * The rules of what the events explain, as statements over some orders: lines against cells, sequences, dates. Each answers
 * a row for every order that breaks it. {@code suffix} is the one of a {@link BookPlace}. Amounts stand in the order penalty, fee,
 * interest, principal, dues before settled.
 */
interface EventAuditMapper {
    /** Cells of the master order against the lines of its events; what was due at first is known for penalty and prepayments. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT i.order_no, CONCAT('installment ', i.installment_no, ' settled ', CONCAT_WS('/',
                  i.settled_penalty_fen, i.settled_fee_fen, i.settled_interest_fen, i.settled_principal_fen),
                  ' by events ', CONCAT_WS('/', COALESCE(SUM(r.settled_penalty_fen), 0),
                  COALESCE(SUM(r.settled_fee_fen), 0), COALESCE(SUM(r.settled_interest_fen), 0),
                  COALESCE(SUM(r.settled_principal_fen), 0)),
                  ' penalty due ', i.due_penalty_fen, ' by events ', COALESCE(SUM(r.due_penalty_fen), 0)) AS detail
                FROM ledger_installment${suffix} i
                LEFT JOIN ledger_event_line${suffix} r ON r.order_no = i.order_no AND r.installment_no =
                    i.installment_no
               WHERE i.order_no IN
            """
                    + CellAuditMapper.ORDERS
                    + """
             GROUP BY i.order_no, i.installment_no, i.kind, i.due_penalty_fen, i.settled_penalty_fen, i.due_fee_fen,
                   i.settled_fee_fen, i.due_interest_fen, i.settled_interest_fen, i.due_principal_fen,
                   i.settled_principal_fen
              HAVING COALESCE(SUM(r.due_penalty_fen), 0) != i.due_penalty_fen OR COALESCE(SUM(r.settled_penalty_fen),
                  0) != i.settled_penalty_fen OR COALESCE(SUM(r.settled_fee_fen), 0) != i.settled_fee_fen OR
                  COALESCE(SUM(r.settled_interest_fen), 0) != i.settled_interest_fen OR
                  COALESCE(SUM(r.settled_principal_fen), 0) != i.settled_principal_fen
                  OR (i.kind = 'PREPAYMENT' AND (COALESCE(SUM(r.due_penalty_fen), 0) != i.due_penalty_fen OR
                      COALESCE(SUM(r.due_fee_fen), 0) != i.due_fee_fen OR COALESCE(SUM(r.due_interest_fen), 0) !=
                      i.due_interest_fen OR COALESCE(SUM(r.due_principal_fen), 0) != i.due_principal_fen))) x
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> master(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Cells of the sub-orders against their split lines. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT s.order_no, CONCAT(s.sub_order_no, ' installment ', s.installment_no, ' settled ', CONCAT_WS('/',
                  s.settled_penalty_fen, s.settled_fee_fen, s.settled_interest_fen, s.settled_principal_fen),
                  ' by lines ', CONCAT_WS('/', COALESCE(SUM(x.settled_penalty_fen), 0),
                  COALESCE(SUM(x.settled_fee_fen), 0), COALESCE(SUM(x.settled_interest_fen), 0),
                  COALESCE(SUM(x.settled_principal_fen), 0)),
                  ' penalty due ', s.due_penalty_fen, ' by lines ', COALESCE(SUM(x.due_penalty_fen), 0)) AS detail
                FROM sub_installment${suffix} s
                LEFT JOIN split_line${suffix} x ON x.sub_order_no = s.sub_order_no AND x.installment_no =
                    s.installment_no
               WHERE s.order_no IN
            """
                    + CellAuditMapper.ORDERS
                    + """
             GROUP BY s.order_no, s.sub_order_no, s.installment_no, s.due_penalty_fen, s.settled_penalty_fen,
                   s.settled_fee_fen, s.settled_interest_fen, s.settled_principal_fen
              HAVING COALESCE(SUM(x.due_penalty_fen), 0) != s.due_penalty_fen OR COALESCE(SUM(x.settled_penalty_fen),
                  0) != s.settled_penalty_fen OR COALESCE(SUM(x.settled_fee_fen), 0) != s.settled_fee_fen OR
                  COALESCE(SUM(x.settled_interest_fen), 0) != s.settled_interest_fen OR
                  COALESCE(SUM(x.settled_principal_fen), 0) != s.settled_principal_fen) y
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> subOrders(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Lines of events against the sums of their split lines. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT r.order_no, CONCAT('event ', r.sequence_no, ' installment ', r.installment_no, ' ',
                  CONCAT_WS('/', r.due_penalty_fen, r.due_fee_fen, r.due_interest_fen, r.due_principal_fen,
                  r.settled_penalty_fen, r.settled_fee_fen, r.settled_interest_fen, r.settled_principal_fen),
                  ' split ', CONCAT_WS('/', COALESCE(SUM(x.due_penalty_fen), 0), COALESCE(SUM(x.due_fee_fen), 0),
                  COALESCE(SUM(x.due_interest_fen), 0), COALESCE(SUM(x.due_principal_fen), 0),
                  COALESCE(SUM(x.settled_penalty_fen), 0), COALESCE(SUM(x.settled_fee_fen), 0),
                  COALESCE(SUM(x.settled_interest_fen), 0), COALESCE(SUM(x.settled_principal_fen), 0))) AS detail
                FROM ledger${suffix} l
                JOIN ledger_event_line${suffix} r ON r.order_no = l.order_no AND r.sequence_no &lt;= l.split_sequence
                LEFT JOIN split_line${suffix} x ON x.order_no = r.order_no AND x.sequence_no = r.sequence_no AND
                    x.installment_no = r.installment_no
               WHERE l.order_no IN
            """
                    + CellAuditMapper.ORDERS
                    + """
             GROUP BY r.order_no, r.sequence_no, r.installment_no, r.due_penalty_fen, r.settled_penalty_fen,
                   r.due_fee_fen, r.settled_fee_fen, r.due_interest_fen, r.settled_interest_fen, r.due_principal_fen,
                   r.settled_principal_fen
              HAVING COALESCE(SUM(x.due_penalty_fen), 0) != r.due_penalty_fen OR COALESCE(SUM(x.settled_penalty_fen),
                  0) != r.settled_penalty_fen OR COALESCE(SUM(x.due_fee_fen), 0) != r.due_fee_fen OR
                  COALESCE(SUM(x.settled_fee_fen), 0) != r.settled_fee_fen OR COALESCE(SUM(x.due_interest_fen), 0) !=
                  r.due_interest_fen OR COALESCE(SUM(x.settled_interest_fen), 0) != r.settled_interest_fen OR
                  COALESCE(SUM(x.due_principal_fen), 0) != r.due_principal_fen OR
                  COALESCE(SUM(x.settled_principal_fen), 0) != r.settled_principal_fen) y
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> splits(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Sequences against the head of the ledger. */
    @Select(
            """
            <script>
            SELECT l.order_no, CONCAT('head says ', l.last_sequence, ' split ', l.split_sequence, ', events ',
                COUNT(p.sequence_no), ' last ', COALESCE(MAX(p.sequence_no), 0)) AS detail
              FROM ledger${suffix} l LEFT JOIN ledger_event${suffix} p ON p.order_no = l.order_no
             WHERE l.order_no IN
            """
                    + CellAuditMapper.ORDERS
                    + """
             GROUP BY l.order_no, l.last_sequence, l.split_sequence, l.split_version
            HAVING COUNT(p.sequence_no) != l.last_sequence OR COALESCE(MAX(p.sequence_no), 0) != l.last_sequence
                OR (l.split_version &gt; 0 AND l.split_sequence != l.last_sequence)
            </script>
            """)
    List<BrokenRow> events(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Returnable principal against the principal that money settled. */
    @Select(
            """
            <script>
            SELECT l.order_no, CONCAT('head says ', l.returnable_principal_fen, ', events ',
                COALESCE(SUM(r.settled_principal_fen), 0)) AS detail
              FROM ledger${suffix} l
              LEFT JOIN ledger_event${suffix} p ON p.order_no = l.order_no
               AND COALESCE(p.reversed_kind, p.event_kind) IN ('PAYMENT', 'PREPAYMENT', 'PAY_OFF', 'REFUND')
              LEFT JOIN ledger_event_line${suffix} r ON r.order_no = p.order_no AND r.sequence_no = p.sequence_no
             WHERE l.order_no IN
            """
                    + CellAuditMapper.ORDERS
                    + """
             GROUP BY l.order_no, l.returnable_principal_fen
            HAVING COALESCE(SUM(r.settled_principal_fen), 0) != l.returnable_principal_fen
            </script>
            """)
    List<BrokenRow> returnable(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Split lines and events that were written after the close of their booking date. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT x.order_no, CONCAT('line of ', x.sub_order_no, ' event ', x.sequence_no, ' on ', x.booking_date,
                  ' written ',
                  x.created_at, ', closed ', d.closed_at) AS detail
                FROM split_line${suffix} x JOIN accounting_day d ON d.business_date = x.booking_date
               WHERE x.created_at &gt; d.closed_at AND x.order_no IN
            """
                    + CellAuditMapper.ORDERS
                    + """
             UNION ALL
              SELECT r.order_no, CONCAT('event ', r.sequence_no, ' on ', r.booking_date, ' written ', r.created_at,
                  ', closed ', d.closed_at)
                FROM ledger_event${suffix} r JOIN accounting_day d ON d.business_date = r.booking_date
               WHERE r.created_at &gt; d.closed_at AND r.order_no IN
            """
                    + CellAuditMapper.ORDERS
                    + """
             ) y
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> closedDates(@Param("suffix") String suffix, @Param("orders") List<String> orders);
}
