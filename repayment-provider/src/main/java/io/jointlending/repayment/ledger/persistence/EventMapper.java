package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.MasterLine;
import io.jointlending.repayment.ledger.domain.Repayment;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What happened on a ledger; rows are only added. */
interface EventMapper {
    @Select("SELECT COUNT(*) FROM ledger_event WHERE payment_reference = #{reference}")
    int countReceipts(@Param("reference") String reference);

    @Insert(
            """
            INSERT INTO ledger_event (repayment_no, order_no, shard_key, sequence_no, payment_reference, amount_fen,
                                   applied_fen, suspense_fen, value_date, booking_date, caller, request_no)
            VALUES (#{it.repaymentNo}, #{it.orderNo}, #{shardKey}, #{it.sequence}, #{it.paymentReference}, #{it.amountFen},
                    #{it.appliedFen}, #{it.suspenseFen}, #{it.valueDate}, #{it.bookingDate}, #{it.caller}, #{it.requestNo})
            """)
    int insert(@Param("it") Repayment repayment, @Param("shardKey") int shardKey);

    @Insert(
            """
            <script>
            INSERT INTO ledger_event_line (repayment_no, installment_no, order_no, shard_key, sequence_no, due_penalty_fen,
                                        settled_penalty_fen, settled_fee_fen, settled_interest_fen, settled_principal_fen)
            VALUES <foreach item="line" collection="lines" separator=",">
              (#{it.repaymentNo}, #{line.installmentNo}, #{it.orderNo}, #{shardKey}, #{it.sequence},
               #{line.penaltyGrowthFen}, #{line.settled.penaltyFen}, #{line.settled.feeFen},
               #{line.settled.interestFen}, #{line.settled.principalFen})</foreach>
            </script>
            """)
    int insertLines(
            @Param("it") Repayment repayment, @Param("shardKey") int shardKey, @Param("lines") List<MasterLine> lines);

    @Select(
            """
            SELECT r.sequence_no, r.repayment_no, r.value_date, l.installment_no, l.due_penalty_fen AS penalty_growth_fen,
                   l.settled_penalty_fen, l.settled_fee_fen, l.settled_interest_fen, l.settled_principal_fen
              FROM (SELECT order_no, sequence_no, repayment_no, value_date FROM ledger_event
                     WHERE order_no = #{orderNo} AND sequence_no > #{after}
                     ORDER BY sequence_no LIMIT #{limit}) r
              LEFT JOIN ledger_event_line l ON l.order_no = r.order_no AND l.sequence_no = r.sequence_no
             ORDER BY r.sequence_no, l.installment_no
            """)
    List<EventRow> events(@Param("orderNo") String orderNo, @Param("after") long after, @Param("limit") int limit);
}
