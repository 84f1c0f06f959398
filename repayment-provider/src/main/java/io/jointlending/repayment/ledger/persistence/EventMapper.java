package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.MasterLine;
import io.jointlending.repayment.ledger.domain.Repayment;
import io.jointlending.repayment.ledger.domain.SplitLine;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Tables {@code repayment}, {@code repayment_line} and {@code split_line}: what happened, append-only. */
interface EventMapper {
    @Select("SELECT repayment_no FROM repayment WHERE payment_reference = #{paymentReference}")
    @Nullable
    String findByReceipt(@Param("paymentReference") String paymentReference);

    @Insert(
            """
            INSERT INTO repayment (repayment_no, order_no, shard_key, sequence_no, payment_reference, amount_fen, applied_fen,
              suspense_fen, value_date, booking_date, caller, request_no)
            VALUES (#{it.repaymentNo}, #{it.orderNo}, #{shardKey}, #{it.sequence}, #{it.paymentReference}, #{it.amountFen},
              #{it.appliedFen}, #{it.suspenseFen}, #{it.valueDate}, #{it.bookingDate}, #{it.caller}, #{it.requestNo})""")
    int insert(@Param("it") Repayment repayment, @Param("shardKey") int shardKey);

    @Insert(
            """
            <script>
            INSERT INTO repayment_line (repayment_no, installment_no, order_no, shard_key, sequence_no,
              penalty_growth_fen, settled_penalty_fen, settled_fee_fen, settled_interest_fen,
              settled_principal_fen)
            VALUES
            <foreach collection='lines' item='line' separator=','>
              (#{it.repaymentNo}, #{line.installmentNo}, #{it.orderNo}, #{shardKey}, #{it.sequence},
              #{line.penaltyGrowthFen}, #{line.settled.penaltyFen}, #{line.settled.feeFen},
              #{line.settled.interestFen}, #{line.settled.principalFen})
            </foreach>
            </script>""")
    int insertLines(
            @Param("it") Repayment repayment, @Param("shardKey") int shardKey, @Param("lines") List<MasterLine> lines);

    @Select(
            """
            SELECT sequence_no, repayment_no, value_date
            FROM repayment
            WHERE order_no = #{orderNo} AND sequence_no > #{after}
            ORDER BY sequence_no
            LIMIT #{limit}""")
    List<EventRow> events(@Param("orderNo") String orderNo, @Param("after") long after, @Param("limit") int limit);

    /** The lines of at most 200 events. */
    @Select(
            """
            SELECT sequence_no, installment_no, penalty_growth_fen, settled_penalty_fen, settled_fee_fen, settled_interest_fen,
              settled_principal_fen
            FROM repayment_line
            WHERE order_no = #{orderNo} AND sequence_no BETWEEN #{first} AND #{last}
            ORDER BY sequence_no, installment_no
            LIMIT 120000""")
    List<MasterLineRow> lines(@Param("orderNo") String orderNo, @Param("first") long first, @Param("last") long last);

    @Insert(
            """
            <script>
            INSERT INTO split_line (order_no, sequence_no, sub_order_no, installment_no, shard_key, repayment_no,
              institution_code, split_version, value_date, booking_date, penalty_growth_fen, settled_penalty_fen, settled_fee_fen, settled_interest_fen,
              settled_principal_fen)
            VALUES
            <foreach collection='lines' item='line' separator=','>
              (#{orderNo}, #{event.sequence}, #{line.seat.subOrderNo}, #{line.installmentNo}, #{shardKey},
              #{event.repaymentNo}, #{line.seat.institutionCode}, #{splitVersion}, #{event.valueDate}, #{bookingDate},
              #{line.penaltyGrowthFen}, #{line.settled.penaltyFen}, #{line.settled.feeFen},
              #{line.settled.interestFen}, #{line.settled.principalFen})
            </foreach>
            </script>""")
    int insertSplitLines(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("splitVersion") int splitVersion,
            @Param("event") LedgerEvent event,
            @Param("bookingDate") LocalDate bookingDate,
            @Param("lines") List<SplitLine> lines);
}
