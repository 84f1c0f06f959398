package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.Seat;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Tables {@code sub_ledger} and {@code sub_installment}. An order has at most 64 seats and 600 installments. */
interface SubLedgerMapper {
    @Select(
            """
            SELECT sub_order_no, seat, institution_code, is_lead, weight, contribution_fen
            FROM sub_ledger
            WHERE order_no = #{orderNo}
            ORDER BY seat
            LIMIT 64""")
    List<SeatRow> seats(@Param("orderNo") String orderNo);

    @Select(
            """
            <script>
            SELECT sub_order_no, installment_no, seat, due_date, due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen,
              settled_interest_fen, due_principal_fen, settled_principal_fen
            FROM sub_installment
            WHERE order_no = #{orderNo}
              AND installment_no IN <foreach collection='nos' item='no' open='(' separator=', ' close=')'>#{no}</foreach>
            ORDER BY installment_no, seat
            LIMIT 38400
            </script>""")
    List<SubInstallmentRow> installments(@Param("orderNo") String orderNo, @Param("nos") List<Integer> nos);

    @Insert(
            """
            <script>
            INSERT INTO sub_ledger (sub_order_no, order_no, shard_key, seat, institution_code, is_lead, weight,
              contribution_fen, status)
            VALUES
            <foreach collection='seats' item='seat' separator=','>
              (#{seat.subOrderNo}, #{orderNo}, #{shardKey}, #{seat.seat}, #{seat.institutionCode}, #{seat.lead},
              #{seat.weight}, #{seat.contributionFen}, #{status})
            </foreach>
            </script>""")
    int insert(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("seats") List<Seat> seats,
            @Param("status") LedgerStatus status);

    @Update(
            """
            UPDATE sub_ledger
            SET status = 'SETTLED'
            WHERE order_no = #{orderNo} AND status = 'ACTIVE'""")
    int settle(@Param("orderNo") String orderNo);

    @Insert(
            """
            <script>
            INSERT INTO sub_installment (sub_order_no, installment_no, order_no, shard_key, seat, due_date,
              due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen,
              settled_interest_fen, due_principal_fen, settled_principal_fen)
            VALUES
            <foreach collection='rows' item='row' separator=','>
              (#{row.subOrderNo}, #{row.installmentNo}, #{orderNo}, #{shardKey}, #{row.seat}, #{row.dueDate},
              #{row.duePenaltyFen}, #{row.settledPenaltyFen}, #{row.dueFeeFen}, #{row.settledFeeFen},
              #{row.dueInterestFen}, #{row.settledInterestFen}, #{row.duePrincipalFen},
              #{row.settledPrincipalFen})
            </foreach>
            </script>""")
    int insertInstallments(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("rows") List<SubInstallmentRow> rows);

    /** Updates rows that exist, in one statement, as {@link LedgerMapper#updateInstallments} does. */
    @Insert(
            """
            <script>
            INSERT INTO sub_installment (sub_order_no, installment_no, order_no, shard_key, seat, due_date,
              due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen,
              settled_interest_fen, due_principal_fen, settled_principal_fen)
            VALUES
            <foreach collection='rows' item='row' separator=','>
              (#{row.subOrderNo}, #{row.installmentNo}, #{orderNo}, #{shardKey}, #{row.seat}, #{row.dueDate},
              #{row.duePenaltyFen}, #{row.settledPenaltyFen}, #{row.dueFeeFen}, #{row.settledFeeFen},
              #{row.dueInterestFen}, #{row.settledInterestFen}, #{row.duePrincipalFen},
              #{row.settledPrincipalFen})
            </foreach>
            ON DUPLICATE KEY UPDATE
              due_penalty_fen = VALUES(due_penalty_fen), settled_penalty_fen = VALUES(settled_penalty_fen),
              due_fee_fen = VALUES(due_fee_fen), settled_fee_fen = VALUES(settled_fee_fen),
              due_interest_fen = VALUES(due_interest_fen), settled_interest_fen = VALUES(settled_interest_fen),
              due_principal_fen = VALUES(due_principal_fen), settled_principal_fen = VALUES(settled_principal_fen)
            </script>""")
    int updateInstallments(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("rows") List<SubInstallmentRow> rows);
}
