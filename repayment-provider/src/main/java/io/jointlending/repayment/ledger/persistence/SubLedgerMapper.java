package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.repayment.ledger.domain.SplitLine;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The ledgers of the sub-orders and the lines of the split. */
interface SubLedgerMapper {
    String ROW_COLUMNS =
            """
            SELECT s.sub_order_no, s.seat, s.institution_code, s.is_lead, s.weight, s.contribution_fen,
                   s.own_annual_rate, i.installment_no, i.due_penalty_fen, i.settled_penalty_fen, i.due_fee_fen,
                   i.settled_fee_fen, i.due_interest_fen, i.settled_interest_fen, i.due_principal_fen,
                   i.settled_principal_fen
            """;
    String ROWS = ROW_COLUMNS
            + """
              FROM sub_installment i JOIN sub_ledger s ON s.order_no = i.order_no AND s.seat = i.seat
             WHERE i.order_no = #{orderNo}
            """;
    String BY_INSTALLMENT = " ORDER BY i.installment_no, i.seat LIMIT 16000";

    /** All of an order, by installment and seat. */
    @Select(ROWS + BY_INSTALLMENT)
    List<SubRow> rows(@Param("orderNo") String orderNo);

    /** Those of some installments, by installment and seat. */
    @Select("<script>"
            + ROWS
            + """
              AND i.installment_no IN
              <foreach item="no" collection="installmentNos" open="(" separator="," close=")">#{no}</foreach>
            """
            + BY_INSTALLMENT
            + "</script>")
    List<SubRow> rowsOf(@Param("orderNo") String orderNo, @Param("installmentNos") List<Integer> installmentNos);

    @Insert(
            """
            <script>
            INSERT INTO sub_ledger (sub_order_no, order_no, shard_key, seat, institution_code, is_lead, weight,
                                    contribution_fen, own_annual_rate, status)
            VALUES <foreach item="it" collection="seats" separator=",">
              (#{it.subOrderNo}, #{orderNo}, #{shardKey}, #{it.seat}, #{it.institutionCode}, #{it.lead}, #{it.weight},
               #{it.contributionFen}, #{it.ownAnnualRate,jdbcType=DECIMAL}, #{status})</foreach>
            </script>
            """)
    int insertSubLedgers(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("status") String status,
            @Param("seats") List<Seat> seats);

    /** One statement however many cells an event makes or changes; the head of the ledger is locked. */
    @Insert(
            """
            <script>
            INSERT INTO sub_installment (sub_order_no, installment_no, order_no, shard_key, seat, due_date,
                due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen,
                settled_interest_fen, due_principal_fen, settled_principal_fen)
            VALUES <foreach item="it" collection="cells" separator=",">
              (#{it.subOrderNo}, #{it.installmentNo}, #{orderNo}, #{shardKey}, #{it.seat}, #{it.dueDate},
               #{it.due.penaltyFen}, #{it.settled.penaltyFen}, #{it.due.feeFen}, #{it.settled.feeFen},
               #{it.due.interestFen}, #{it.settled.interestFen}, #{it.due.principalFen},
               #{it.settled.principalFen})</foreach>
            ON DUPLICATE KEY UPDATE due_penalty_fen = VALUES(due_penalty_fen),
                settled_penalty_fen = VALUES(settled_penalty_fen), due_fee_fen = VALUES(due_fee_fen),
                settled_fee_fen = VALUES(settled_fee_fen), due_interest_fen = VALUES(due_interest_fen),
                settled_interest_fen = VALUES(settled_interest_fen), due_principal_fen = VALUES(due_principal_fen),
                settled_principal_fen = VALUES(settled_principal_fen)
            </script>
            """)
    int putCells(
            @Param("orderNo") String orderNo, @Param("shardKey") int shardKey, @Param("cells") List<SubCell> cells);

    @Update("UPDATE sub_ledger SET status = #{to} WHERE order_no = #{orderNo} AND status <> #{to}")
    int move(@Param("orderNo") String orderNo, @Param("to") String to);

    @Select(
            """
            SELECT s.sub_order_no, s.seat, s.institution_code, s.is_lead, s.weight, s.contribution_fen,
                   s.own_annual_rate, x.installment_no, x.due_penalty_fen, x.settled_penalty_fen, x.due_fee_fen, x.settled_fee_fen, x.due_interest_fen,
                   x.settled_interest_fen, x.due_principal_fen, x.settled_principal_fen
              FROM split_line x JOIN sub_ledger s ON s.sub_order_no = x.sub_order_no
             WHERE x.order_no = #{orderNo} AND x.sequence_no = #{sequence}
             ORDER BY x.installment_no, s.seat
             LIMIT 16000
            """)
    List<SubRow> lines(@Param("orderNo") String orderNo, @Param("sequence") long sequence);

    @Insert(
            """
            <script>
            INSERT INTO split_line (order_no, sequence_no, sub_order_no, installment_no, shard_key, repayment_no,
                                    institution_code, split_version, value_date, booking_date, event_kind,
                                    due_penalty_fen, due_fee_fen, due_interest_fen, due_principal_fen,
                                    settled_penalty_fen, settled_fee_fen, settled_interest_fen, settled_principal_fen)
            VALUES <foreach item="line" collection="lines" separator=",">
              (#{head.orderNo}, #{event.sequence}, #{line.seat.subOrderNo}, #{line.installmentNo}, #{shardKey},
               #{event.repaymentNo}, #{line.seat.institutionCode}, 1, #{event.valueDate}, #{bookingDate}, #{event.kind},
               #{line.due.penaltyFen}, #{line.due.feeFen}, #{line.due.interestFen}, #{line.due.principalFen},
               #{line.settled.penaltyFen}, #{line.settled.feeFen},
               #{line.settled.interestFen}, #{line.settled.principalFen})</foreach>
            </script>
            """)
    int insertLines(
            @Param("head") LedgerHead head,
            @Param("shardKey") int shardKey,
            @Param("event") LedgerEvent event,
            @Param("bookingDate") LocalDate bookingDate,
            @Param("lines") List<SplitLine> lines);
}
