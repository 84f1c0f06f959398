package io.jointlending.repayment.ledger.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The ledger of the master order. */
interface LedgerMapper {
    String HEAD_COLUMNS =
            """
            SELECT order_no, shard_key, borrower_no, status, principal_fen, start_date, plan_version,
                   penalty_daily_rate, penalty_grace_days, rounding, ledger_version, last_sequence, split_sequence,
                   split_version, value_date, settled_sequence, settled_on, settled_announced, installment_fen,
                   returnable_principal_fen, is_refunded, annual_rate, method, day_count, installment_multiple_fen,
                   interest_only_installments, is_first_period_by_days, penalty_basis, penalty_cap_rate, waterfall,
                   pay_off_fee_rate, back_dating_days, credit_return
            """;
    String HEAD = HEAD_COLUMNS + " FROM ledger WHERE order_no = #{orderNo}";
    String INSTALLMENT_COLUMNS =
            """
            SELECT installment_no, due_date, due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen,
                   due_interest_fen, settled_interest_fen, due_principal_fen, settled_principal_fen, penalty_fen_days,
                   penalty_since, kind, plan_version
            """;

    @Select("SELECT COUNT(*) FROM ledger WHERE order_no = #{orderNo}")
    int count(@Param("orderNo") String orderNo);

    @Select(HEAD + " FOR UPDATE")
    @Nullable
    LedgerRow lock(@Param("orderNo") String orderNo);

    /** Keeps writers away while the rest is read, so that all of it is of one moment. */
    @Select(HEAD + " LOCK IN SHARE MODE")
    @Nullable
    LedgerRow hold(@Param("orderNo") String orderNo);

    @Insert(
            """
            INSERT INTO ledger (order_no, shard_key, borrower_no, status, principal_fen, start_date, plan_version,
                                penalty_daily_rate, penalty_grace_days, rounding, ledger_version, last_sequence,
                                split_sequence, split_version, value_date, settled_sequence, settled_on,
                                settled_announced, installment_fen, returnable_principal_fen, is_refunded,
                                annual_rate, method, day_count, installment_multiple_fen, interest_only_installments,
                                is_first_period_by_days, penalty_basis, penalty_cap_rate, waterfall,
                                pay_off_fee_rate, back_dating_days, credit_return, channel_code)
            VALUES (#{row.orderNo}, #{row.shardKey}, #{row.borrowerNo}, #{row.status}, #{row.principalFen}, #{row.startDate}, #{row.planVersion},
                    #{row.penaltyDailyRate}, #{row.penaltyGraceDays}, #{row.rounding}, #{row.ledgerVersion}, #{row.lastSequence},
                    #{row.splitSequence}, #{row.splitVersion}, #{row.valueDate}, #{row.settledSequence}, #{row.settledOn},
                    #{row.settledAnnounced}, #{row.installmentFen}, #{row.returnablePrincipalFen}, #{row.isRefunded}, #{row.annualRate},
                    #{row.method}, #{row.dayCount}, #{row.installmentMultipleFen}, #{row.interestOnlyInstallments},
                    #{row.isFirstPeriodByDays}, #{row.penaltyBasis}, #{row.penaltyCapRate}, #{row.waterfall}, #{row.payOffFeeRate},
                    #{row.backDatingDays}, #{row.creditReturn}, #{channelCode,jdbcType=VARCHAR})
            """)
    int insert(@Param("row") LedgerRow row, @Param("channelCode") @Nullable String channelCode);

    @Update(
            """
            UPDATE ledger
               SET status = #{row.status}, ledger_version = #{row.ledgerVersion}, last_sequence = #{row.lastSequence},
                   split_sequence = #{row.splitSequence}, split_version = #{row.splitVersion},
                   value_date = #{row.valueDate}, settled_sequence = #{row.settledSequence},
                   settled_on = #{row.settledOn}, settled_announced = #{row.settledAnnounced},
                   plan_version = #{row.planVersion}, installment_fen = #{row.installmentFen},
                   returnable_principal_fen = #{row.returnablePrincipalFen}, is_refunded = #{row.isRefunded}
             WHERE order_no = #{row.orderNo} AND ledger_version = #{version} AND split_version = #{splitVersion}
            """)
    int update(@Param("row") LedgerRow row, @Param("version") long version, @Param("splitVersion") int splitVersion);

    @Select(INSTALLMENT_COLUMNS
            + " FROM ledger_installment WHERE order_no = #{orderNo} ORDER BY installment_no LIMIT 1000")
    List<InstallmentRow> installments(@Param("orderNo") String orderNo);

    /** One statement however many installments an event makes or changes; the head of the ledger is locked. */
    @Insert(
            """
            <script>
            INSERT INTO ledger_installment (order_no, shard_key, installment_no, due_date, due_penalty_fen,
                settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen, settled_interest_fen,
                due_principal_fen, settled_principal_fen, penalty_fen_days, penalty_since, kind, plan_version)
            VALUES <foreach item="row" collection="rows" separator=",">
              (#{orderNo}, #{shardKey}, #{row.installmentNo}, #{row.dueDate}, #{row.duePenaltyFen},
               #{row.settledPenaltyFen}, #{row.dueFeeFen}, #{row.settledFeeFen}, #{row.dueInterestFen},
               #{row.settledInterestFen}, #{row.duePrincipalFen}, #{row.settledPrincipalFen}, #{row.penaltyFenDays},
               #{row.penaltySince}, #{row.kind}, #{row.planVersion})</foreach>
            ON DUPLICATE KEY UPDATE due_penalty_fen = VALUES(due_penalty_fen),
                settled_penalty_fen = VALUES(settled_penalty_fen), due_fee_fen = VALUES(due_fee_fen),
                settled_fee_fen = VALUES(settled_fee_fen), due_interest_fen = VALUES(due_interest_fen),
                settled_interest_fen = VALUES(settled_interest_fen), due_principal_fen = VALUES(due_principal_fen),
                settled_principal_fen = VALUES(settled_principal_fen), penalty_fen_days = VALUES(penalty_fen_days),
                penalty_since = VALUES(penalty_since), plan_version = VALUES(plan_version)
            </script>
            """)
    int putInstallments(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("rows") List<InstallmentRow> rows);
}
