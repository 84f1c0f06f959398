package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What happened on a ledger; rows are only added. */
interface EventMapper {
    String LINE_COLUMNS =
            """
            l.installment_no, l.due_penalty_fen, l.due_fee_fen, l.due_interest_fen, l.due_principal_fen,
            l.settled_penalty_fen, l.settled_fee_fen, l.settled_interest_fen, l.settled_principal_fen
            """;

    /** A receipt stays booked when its order is archived. */
    @Select(
            """
            SELECT (SELECT COUNT(*) FROM ledger_event WHERE payment_reference = #{reference})
                 + (SELECT COUNT(*) FROM ledger_event_archive WHERE payment_reference = #{reference})
            """)
    int countReceipts(@Param("reference") String reference);

    @Insert(
            """
            INSERT INTO ledger_event (repayment_no, order_no, shard_key, sequence_no, payment_reference, amount_fen,
                                      applied_fen, suspense_fen, value_date, booking_date, caller, request_no, event_kind,
                                      plan_version, replan_mode, reversed_sequence, reversed_kind, funded_by, operator,
                                      approver, reason)
            VALUES (#{it.repaymentNo}, #{it.orderNo}, #{shardKey}, #{it.sequence}, #{it.paymentReference}, #{it.amountFen},
                    #{it.appliedFen}, #{it.suspenseFen}, #{it.valueDate}, #{it.bookingDate}, #{it.caller}, #{it.requestNo},
                    #{event.kind}, #{event.planVersion}, #{event.mode}, #{event.reversed.sequence},
                    #{event.reversed.kind}, #{it.fundedBy}, #{it.authority.operator}, #{it.authority.approver},
                    #{it.authority.reason})
            """)
    int insert(@Param("it") Booking booking, @Param("shardKey") int shardKey, @Param("event") LedgerEvent event);

    @Insert(
            """
            <script>
            INSERT INTO ledger_event_line (repayment_no, installment_no, order_no, shard_key, sequence_no, event_kind,
                                           due_penalty_fen, due_fee_fen, due_interest_fen, due_principal_fen,
                                           settled_penalty_fen, settled_fee_fen, settled_interest_fen,
                                           settled_principal_fen)
            VALUES <foreach item="line" collection="event.lines" separator=",">
              (#{it.repaymentNo}, #{line.installmentNo}, #{it.orderNo}, #{shardKey}, #{it.sequence}, #{event.kind},
               #{line.due.penaltyFen}, #{line.due.feeFen}, #{line.due.interestFen}, #{line.due.principalFen},
               #{line.settled.penaltyFen}, #{line.settled.feeFen}, #{line.settled.interestFen},
               #{line.settled.principalFen})</foreach>
            </script>
            """)
    int insertLines(@Param("it") Booking booking, @Param("shardKey") int shardKey, @Param("event") LedgerEvent event);

    @Select(
            """
            SELECT e.sequence_no, e.repayment_no, e.event_kind, e.value_date, e.plan_version, e.replan_mode,
                   e.reversed_sequence, e.reversed_kind, e.payment_reference, e.applied_fen, e.suspense_fen, 0 AS is_reversed,
            """
                    + LINE_COLUMNS
                    + """
              FROM (SELECT order_no, sequence_no, repayment_no, event_kind, value_date, plan_version, replan_mode,
                           reversed_sequence, reversed_kind, payment_reference, applied_fen, suspense_fen
                      FROM ledger_event WHERE order_no = #{orderNo} AND sequence_no > #{after}
                     ORDER BY sequence_no LIMIT #{limit}) e
              LEFT JOIN ledger_event_line l ON l.order_no = e.order_no AND l.sequence_no = e.sequence_no
             ORDER BY e.sequence_no, l.installment_no
            """)
    List<EventRow> events(@Param("orderNo") String orderNo, @Param("after") long after, @Param("limit") int limit);

    @Select(
            """
            SELECT e.sequence_no, e.repayment_no, e.event_kind, e.value_date, e.plan_version, e.replan_mode,
                   e.reversed_sequence, e.reversed_kind, e.payment_reference, e.applied_fen, e.suspense_fen,
                   CASE WHEN r.repayment_no IS NULL THEN 0 ELSE 1 END AS is_reversed,
            """
                    + LINE_COLUMNS
                    + """
              FROM ledger_event e
              LEFT JOIN ledger_event r ON r.order_no = e.order_no AND r.reversed_sequence = e.sequence_no
              LEFT JOIN ledger_event_line l ON l.order_no = e.order_no AND l.sequence_no = e.sequence_no
             WHERE e.repayment_no = #{repaymentNo} AND e.order_no = #{orderNo}
             ORDER BY l.installment_no LIMIT 1000
            """)
    List<EventRow> event(@Param("orderNo") String orderNo, @Param("repaymentNo") String repaymentNo);
}
