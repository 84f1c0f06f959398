package io.jointlending.repayment.audit;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/**
 * The rules of the books as statements over some orders; each answers a row for every order that breaks it. {@code suffix} is
 * the one of a {@link BookPlace}. Amounts stand in the order penalty, fee, interest, principal, dues before settled.
 */
interface AuditMapper {
    String ORDERS =
            """
             <foreach item="it" collection="orders" open="(" separator="," close=")">#{it}</foreach>
            """;

    /** Cells of the master order against the sums of the sub-orders. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT i.order_no, CONCAT('installment ', i.installment_no, ' master ', CONCAT_WS('/',
                  i.due_penalty_fen, i.due_fee_fen, i.due_interest_fen, i.due_principal_fen, i.settled_penalty_fen,
                  i.settled_fee_fen, i.settled_interest_fen, i.settled_principal_fen), ' sub-orders ', CONCAT_WS('/',
                  COALESCE(SUM(s.due_penalty_fen), 0), COALESCE(SUM(s.due_fee_fen), 0),
                  COALESCE(SUM(s.due_interest_fen), 0), COALESCE(SUM(s.due_principal_fen), 0),
                  COALESCE(SUM(s.settled_penalty_fen), 0), COALESCE(SUM(s.settled_fee_fen), 0),
                  COALESCE(SUM(s.settled_interest_fen), 0), COALESCE(SUM(s.settled_principal_fen), 0))) AS detail
                FROM ledger${suffix} l
                JOIN ledger_installment${suffix} i ON i.order_no = l.order_no
                LEFT JOIN sub_installment${suffix} s ON s.order_no = i.order_no AND s.installment_no =
                    i.installment_no
               WHERE l.split_version &gt; 0 AND l.order_no IN
            """
                    + ORDERS
                    + """
             GROUP BY i.order_no, i.installment_no, i.due_penalty_fen, i.settled_penalty_fen, i.due_fee_fen,
                   i.settled_fee_fen, i.due_interest_fen, i.settled_interest_fen, i.due_principal_fen,
                   i.settled_principal_fen
              HAVING COALESCE(SUM(s.due_penalty_fen), -1) != i.due_penalty_fen OR COALESCE(SUM(s.settled_penalty_fen),
                  -1) != i.settled_penalty_fen OR COALESCE(SUM(s.due_fee_fen), -1) != i.due_fee_fen OR
                  COALESCE(SUM(s.settled_fee_fen), -1) != i.settled_fee_fen OR COALESCE(SUM(s.due_interest_fen), -1)
                  != i.due_interest_fen OR COALESCE(SUM(s.settled_interest_fen), -1) != i.settled_interest_fen OR
                  COALESCE(SUM(s.due_principal_fen), -1) != i.due_principal_fen OR
                  COALESCE(SUM(s.settled_principal_fen), -1) != i.settled_principal_fen) x
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> addUp(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Cells outside 0 and what is due. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT order_no, CONCAT('installment ', installment_no, ' ', CONCAT_WS('/', due_penalty_fen,
                  due_fee_fen, due_interest_fen, due_principal_fen, settled_penalty_fen, settled_fee_fen,
                  settled_interest_fen, settled_principal_fen)) AS detail
                FROM ledger_installment${suffix}
               WHERE (settled_penalty_fen &lt; 0 OR settled_penalty_fen &gt; due_penalty_fen OR settled_fee_fen &lt; 0
                   OR settled_fee_fen &gt; due_fee_fen OR settled_interest_fen &lt; 0 OR settled_interest_fen &gt;
                   due_interest_fen OR settled_principal_fen &lt; 0 OR settled_principal_fen &gt; due_principal_fen)
                   AND order_no IN
            """
                    + ORDERS
                    + """
             UNION ALL
              SELECT order_no, CONCAT(sub_order_no, ' installment ', installment_no, ' ', CONCAT_WS('/',
                  due_penalty_fen, due_fee_fen, due_interest_fen, due_principal_fen, settled_penalty_fen,
                  settled_fee_fen, settled_interest_fen, settled_principal_fen))
                FROM sub_installment${suffix}
               WHERE (settled_penalty_fen &lt; 0 OR settled_penalty_fen &gt; due_penalty_fen OR settled_fee_fen &lt; 0
                   OR settled_fee_fen &gt; due_fee_fen OR settled_interest_fen &lt; 0 OR settled_interest_fen &gt;
                   due_interest_fen OR settled_principal_fen &lt; 0 OR settled_principal_fen &gt; due_principal_fen)
                   AND order_no IN
            """
                    + ORDERS
                    + """
             ) x
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> bounds(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Status against what is open, of the master order and of the sub-orders. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT l.order_no, CONCAT(l.status, ' with open fen ', SUM(i.due_penalty_fen - i.settled_penalty_fen +
                  i.due_fee_fen - i.settled_fee_fen + i.due_interest_fen - i.settled_interest_fen +
                  i.due_principal_fen - i.settled_principal_fen)) AS detail
                FROM ledger${suffix} l JOIN ledger_installment${suffix} i ON i.order_no = l.order_no
               WHERE l.order_no IN
            """
                    + ORDERS
                    + """
             GROUP BY l.order_no, l.status
              HAVING (SUM(i.due_penalty_fen - i.settled_penalty_fen + i.due_fee_fen - i.settled_fee_fen +
                  i.due_interest_fen - i.settled_interest_fen + i.due_principal_fen - i.settled_principal_fen) = 0) !=
                  (l.status != 'ACTIVE')
              UNION ALL
              SELECT l.order_no, CONCAT(b.sub_order_no, ' ', b.status, ', master ', l.status)
                FROM ledger${suffix} l JOIN sub_ledger${suffix} b ON b.order_no = l.order_no
               WHERE b.status != l.status AND l.order_no IN
            """
                    + ORDERS
                    + """
             ) x
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> status(@Param("suffix") String suffix, @Param("orders") List<String> orders);

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
                    + ORDERS
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
                    + ORDERS
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
                    + ORDERS
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

    /** Principal dues against the loan and the contributions, contributions against the loan. */
    @Select(
            """
            <script>
            SELECT order_no, MIN(detail) AS detail FROM (
              SELECT l.order_no, CONCAT('loan ', l.principal_fen, ' dues ', COALESCE(SUM(i.due_principal_fen), 0)) AS
                  detail
                FROM ledger${suffix} l LEFT JOIN ledger_installment${suffix} i ON i.order_no = l.order_no
               WHERE l.order_no IN
            """
                    + ORDERS
                    + """
             GROUP BY l.order_no, l.principal_fen
              HAVING COALESCE(SUM(i.due_principal_fen), 0) != l.principal_fen
              UNION ALL
              SELECT b.order_no, CONCAT(b.sub_order_no, ' contribution ', b.contribution_fen, ' dues ',
                  COALESCE(SUM(s.due_principal_fen), 0))
                FROM sub_ledger${suffix} b LEFT JOIN sub_installment${suffix} s ON s.sub_order_no = b.sub_order_no
               WHERE b.order_no IN
            """
                    + ORDERS
                    + """
             GROUP BY b.order_no, b.sub_order_no, b.contribution_fen
              HAVING COALESCE(SUM(s.due_principal_fen), 0) != b.contribution_fen
              UNION ALL
              SELECT l.order_no, CONCAT('loan ', l.principal_fen, ' contributions ', COALESCE(SUM(b.contribution_fen),
                  0))
                FROM ledger${suffix} l LEFT JOIN sub_ledger${suffix} b ON b.order_no = l.order_no
               WHERE l.split_version &gt; 0 AND l.order_no IN
            """
                    + ORDERS
                    + """
             GROUP BY l.order_no, l.principal_fen
              HAVING COALESCE(SUM(b.contribution_fen), 0) != l.principal_fen) x
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> principal(@Param("suffix") String suffix, @Param("orders") List<String> orders);

    /** Sequences against the head of the ledger. */
    @Select(
            """
            <script>
            SELECT l.order_no, CONCAT('head says ', l.last_sequence, ' split ', l.split_sequence, ', events ',
                COUNT(p.sequence_no), ' last ', COALESCE(MAX(p.sequence_no), 0)) AS detail
              FROM ledger${suffix} l LEFT JOIN ledger_event${suffix} p ON p.order_no = l.order_no
             WHERE l.order_no IN
            """
                    + ORDERS
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
                    + ORDERS
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
                    + ORDERS
                    + """
             UNION ALL
              SELECT r.order_no, CONCAT('event ', r.sequence_no, ' on ', r.booking_date, ' written ', r.created_at,
                  ', closed ', d.closed_at)
                FROM ledger_event${suffix} r JOIN accounting_day d ON d.business_date = r.booking_date
               WHERE r.created_at &gt; d.closed_at AND r.order_no IN
            """
                    + ORDERS
                    + """
             ) y
             GROUP BY order_no
            </script>
            """)
    List<BrokenRow> closedDates(@Param("suffix") String suffix, @Param("orders") List<String> orders);
}
