package io.jointlending.repayment.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Our book of an institution: split lines by booking date, archived ones included. */
interface BookMapper {
    /** More lines than this for a page of sub-orders are no book, but a mistake. */
    int MOST_LINES = 50_000;

    String SUB_ORDERS =
            """
             <foreach item="it" collection="subOrders" open="(" separator="," close=")">#{it}</foreach>
            """;

    /** Null when the date has no row. */
    @Select("SELECT closed_at IS NOT NULL FROM accounting_day WHERE business_date = #{date}")
    @Nullable
    Boolean closed(@Param("date") LocalDate date);

    /** Master orders of the next split lines, one per line, in order. */
    @Select(
            """
            SELECT order_no FROM (
              (SELECT order_no FROM split_line WHERE institution_code = #{institutionCode} AND booking_date = #{date}
                  AND order_no > #{after} ORDER BY order_no LIMIT #{limit})
              UNION ALL
              (SELECT order_no FROM split_line_archive WHERE institution_code = #{institutionCode} AND booking_date = #{date}
                  AND order_no > #{after} ORDER BY order_no LIMIT #{limit})) x
             ORDER BY order_no LIMIT #{limit}
            """)
    List<String> nextOrders(
            @Param("institutionCode") String institutionCode,
            @Param("date") LocalDate date,
            @Param("after") String after,
            @Param("limit") int limit);

    /** Sub-orders with lines of the date, of the master orders in a range. */
    @Select(
            """
            SELECT sub_order_no FROM split_line WHERE institution_code = #{institutionCode} AND booking_date = #{date}
               AND order_no > #{after} AND order_no <= #{upTo}
             UNION
            SELECT sub_order_no FROM split_line_archive WHERE institution_code = #{institutionCode} AND booking_date = #{date}
               AND order_no > #{after} AND order_no <= #{upTo}
            """)
    List<String> subOrders(
            @Param("institutionCode") String institutionCode,
            @Param("date") LocalDate date,
            @Param("after") String after,
            @Param("upTo") String upTo);

    /** What each event of the dates settled of these sub-orders; events that settled nothing are left out. */
    @Select(
            """
            <script>
            SELECT sub_order_no, booking_date, sequence_no AS place_no, event_kind, CAST(SUM(settled_penalty_fen) AS SIGNED) AS penalty_fen,
                   CAST(SUM(settled_fee_fen) AS SIGNED) AS fee_fen, CAST(SUM(settled_interest_fen) AS SIGNED) AS interest_fen,
                   CAST(SUM(settled_principal_fen) AS SIGNED) AS principal_fen
              FROM (
              SELECT sub_order_no, booking_date, sequence_no, event_kind, settled_penalty_fen, settled_fee_fen,
                     settled_interest_fen, settled_principal_fen
                FROM split_line WHERE institution_code = #{institutionCode} AND booking_date BETWEEN #{from} AND #{to}
                 AND sub_order_no IN
            """
                    + SUB_ORDERS
                    + """
              UNION ALL
              SELECT sub_order_no, booking_date, sequence_no, event_kind, settled_penalty_fen, settled_fee_fen,
                     settled_interest_fen, settled_principal_fen
                FROM split_line_archive WHERE institution_code = #{institutionCode} AND booking_date BETWEEN #{from} AND #{to}
                 AND sub_order_no IN
            """
                    + SUB_ORDERS
                    + """
              ) x
             GROUP BY sub_order_no, booking_date, sequence_no, event_kind
            HAVING SUM(settled_penalty_fen) != 0 OR SUM(settled_fee_fen) != 0 OR SUM(settled_interest_fen) != 0
                OR SUM(settled_principal_fen) != 0
             ORDER BY sub_order_no, booking_date, sequence_no
             LIMIT
            """
                    + MOST_LINES
                    + "</script>")
    List<BookLineRow> lines(
            @Param("institutionCode") String institutionCode,
            @Param("from") LocalDate from,
            @Param("to") LocalDate to,
            @Param("subOrders") List<String> subOrders);

    /** Those of the sub-orders that have lines of the date, whatever they settled. */
    @Select(
            """
            <script>
            SELECT sub_order_no FROM split_line WHERE institution_code = #{institutionCode} AND booking_date = #{date}
               AND sub_order_no IN
            """
                    + SUB_ORDERS
                    + """
             UNION
            SELECT sub_order_no FROM split_line_archive WHERE institution_code = #{institutionCode} AND booking_date = #{date}
               AND sub_order_no IN
            """
                    + SUB_ORDERS
                    + "</script>")
    List<String> booked(
            @Param("institutionCode") String institutionCode,
            @Param("date") LocalDate date,
            @Param("subOrders") List<String> subOrders);

    /** What these sub-orders are now, and what was open at the end of the date: later lines are taken back. */
    @Select(
            """
            <script>
            SELECT b.sub_order_no, b.status,
                   (SELECT SUM(i.due_penalty_fen - i.settled_penalty_fen
                         + i.due_fee_fen - i.settled_fee_fen
                         + i.due_interest_fen - i.settled_interest_fen
                         + i.due_principal_fen - i.settled_principal_fen)
                      FROM sub_installment i WHERE i.sub_order_no = b.sub_order_no)
                 - COALESCE((SELECT SUM(x.due_penalty_fen - x.settled_penalty_fen
                         + x.due_fee_fen - x.settled_fee_fen
                         + x.due_interest_fen - x.settled_interest_fen
                         + x.due_principal_fen - x.settled_principal_fen)
                      FROM split_line x WHERE x.sub_order_no = b.sub_order_no AND x.booking_date &gt; #{date}), 0) AS open_fen
              FROM sub_ledger b WHERE b.sub_order_no IN
            """
                    + SUB_ORDERS
                    + """
             UNION ALL
            SELECT b.sub_order_no, b.status,
                   (SELECT SUM(i.due_penalty_fen - i.settled_penalty_fen
                         + i.due_fee_fen - i.settled_fee_fen
                         + i.due_interest_fen - i.settled_interest_fen
                         + i.due_principal_fen - i.settled_principal_fen)
                      FROM sub_installment_archive i WHERE i.sub_order_no = b.sub_order_no)
                 - COALESCE((SELECT SUM(x.due_penalty_fen - x.settled_penalty_fen
                         + x.due_fee_fen - x.settled_fee_fen
                         + x.due_interest_fen - x.settled_interest_fen
                         + x.due_principal_fen - x.settled_principal_fen)
                      FROM split_line_archive x WHERE x.sub_order_no = b.sub_order_no AND x.booking_date &gt; #{date}), 0) AS open_fen
              FROM sub_ledger_archive b WHERE b.sub_order_no IN
            """
                    + SUB_ORDERS
                    + "</script>")
    List<SubOrderStatusRow> statuses(@Param("date") LocalDate date, @Param("subOrders") List<String> subOrders);
}
