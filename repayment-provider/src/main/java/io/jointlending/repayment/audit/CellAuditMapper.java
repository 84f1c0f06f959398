package io.jointlending.repayment.audit;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/**
 * The rules of what stands in the books now, as statements over some orders: cells, statuses, principal. Each answers
 * a row for every order that breaks it. {@code suffix} is the one of a {@link BookPlace}. Amounts stand in the order penalty, fee,
 * interest, principal, dues before settled.
 */
interface CellAuditMapper {
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
}
