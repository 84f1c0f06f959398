package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Tables {@code ledger} and {@code ledger_installment}. A plan has at most 600 installments. */
interface LedgerMapper {
    @Select("SELECT ledger_version FROM ledger WHERE order_no = #{orderNo}")
    @Nullable
    Long findVersion(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT order_no, borrower_no, principal_fen, start_date, plan_version, penalty_daily_rate,
              penalty_grace_days, rounding, ledger_version, last_sequence, split_sequence, split_version,
              value_date, settled_sequence, settled_on, settled_announced
            FROM ledger
            WHERE order_no = #{orderNo}""")
    @Nullable
    LedgerRow find(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT order_no, borrower_no, principal_fen, start_date, plan_version, penalty_daily_rate,
              penalty_grace_days, rounding, ledger_version, last_sequence, split_sequence, split_version,
              value_date, settled_sequence, settled_on, settled_announced
            FROM ledger
            WHERE order_no = #{orderNo}
            FOR UPDATE""")
    @Nullable
    LedgerRow lock(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT installment_no, due_date, due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen,
              settled_interest_fen, due_principal_fen, settled_principal_fen,
              penalty_fen_days, penalty_since
            FROM ledger_installment
            WHERE order_no = #{orderNo}
            ORDER BY installment_no
            LIMIT 600""")
    List<InstallmentRow> installments(@Param("orderNo") String orderNo);

    @Insert(
            """
            INSERT INTO ledger (order_no, shard_key, borrower_no, status, principal_fen, start_date, plan_version,
              penalty_daily_rate, penalty_grace_days, rounding, ledger_version, last_sequence, split_sequence,
              split_version, value_date, settled_sequence, settled_on, settled_announced)
            VALUES (#{head.orderNo}, #{shardKey}, #{head.borrowerNo}, #{head.status}, #{head.principalFen},
              #{head.startDate}, #{head.planVersion}, #{head.penaltyTerms.dailyRate}, #{head.penaltyTerms.graceDays},
              #{head.penaltyTerms.rounding}, #{head.ledgerVersion}, #{head.lastSequence}, #{head.splitSequence},
              #{head.splitVersion}, #{head.valueDate}, #{head.settlement.sequence}, #{head.settlement.settledOn},
              #{head.settledAnnounced})""")
    int insert(@Param("head") LedgerHead head, @Param("shardKey") int shardKey);

    @Update(
            """
            UPDATE ledger
            SET status = #{after.status}, ledger_version = #{after.ledgerVersion}, last_sequence = #{after.lastSequence},
              split_sequence = #{after.splitSequence}, split_version = #{after.splitVersion}, value_date = #{after.valueDate},
              settled_sequence = #{after.settlement.sequence}, settled_on = #{after.settlement.settledOn},
              settled_announced = #{after.settledAnnounced}
            WHERE order_no = #{before.orderNo} AND ledger_version = #{before.ledgerVersion}
              AND last_sequence = #{before.lastSequence} AND split_version = #{before.splitVersion}""")
    int update(@Param("before") LedgerHead before, @Param("after") LedgerHead after);

    @Insert(
            """
            <script>
            INSERT INTO ledger_installment (order_no, installment_no, shard_key, due_date,
              due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen,
              settled_interest_fen, due_principal_fen, settled_principal_fen,
              penalty_fen_days, penalty_since)
            VALUES
            <foreach collection='rows' item='row' separator=','>
              (#{orderNo}, #{row.installmentNo}, #{shardKey}, #{row.dueDate},
              #{row.due.penaltyFen}, #{row.settled.penaltyFen}, #{row.due.feeFen}, #{row.settled.feeFen},
              #{row.due.interestFen}, #{row.settled.interestFen}, #{row.due.principalFen},
              #{row.settled.principalFen},
              #{row.base.fenDays}, #{row.base.since})
            </foreach>
            </script>""")
    int insertInstallments(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("rows") List<LedgerInstallment> rows);

    /**
     * Updates installments that exist, in one statement: the ledger is locked, so the insert half never happens. Counts
     * two for each row that changed.
     */
    @Insert(
            """
            <script>
            INSERT INTO ledger_installment (order_no, installment_no, shard_key, due_date,
              due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen,
              settled_interest_fen, due_principal_fen, settled_principal_fen,
              penalty_fen_days, penalty_since)
            VALUES
            <foreach collection='rows' item='row' separator=','>
              (#{orderNo}, #{row.installmentNo}, #{shardKey}, #{row.dueDate},
              #{row.due.penaltyFen}, #{row.settled.penaltyFen}, #{row.due.feeFen}, #{row.settled.feeFen},
              #{row.due.interestFen}, #{row.settled.interestFen}, #{row.due.principalFen},
              #{row.settled.principalFen},
              #{row.base.fenDays}, #{row.base.since})
            </foreach>
            ON DUPLICATE KEY UPDATE
              due_penalty_fen = VALUES(due_penalty_fen), settled_penalty_fen = VALUES(settled_penalty_fen),
              due_fee_fen = VALUES(due_fee_fen), settled_fee_fen = VALUES(settled_fee_fen),
              due_interest_fen = VALUES(due_interest_fen), settled_interest_fen = VALUES(settled_interest_fen),
              due_principal_fen = VALUES(due_principal_fen), settled_principal_fen = VALUES(settled_principal_fen),
              penalty_fen_days = VALUES(penalty_fen_days), penalty_since = VALUES(penalty_since)
            </script>""")
    int updateInstallments(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("rows") List<LedgerInstallment> rows);
}
