package io.jointlending.repayment.ledger.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The ledger of the master order. */
interface LedgerMapper {
    String HEAD =
            """
            SELECT order_no, shard_key, borrower_no, status, principal_fen, start_date, plan_version, penalty_daily_rate,
                   penalty_grace_days, rounding, ledger_version, last_sequence, split_sequence, split_version, value_date,
                   settled_sequence, settled_on, settled_announced
              FROM ledger WHERE order_no = #{orderNo}
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
                                split_sequence, split_version, value_date, settled_sequence, settled_on, settled_announced)
            VALUES (#{orderNo}, #{shardKey}, #{borrowerNo}, #{status}, #{principalFen}, #{startDate}, #{planVersion},
                    #{penaltyDailyRate}, #{penaltyGraceDays}, #{rounding}, #{ledgerVersion}, #{lastSequence},
                    #{splitSequence}, #{splitVersion}, #{valueDate}, #{settledSequence}, #{settledOn}, #{settledAnnounced})
            """)
    int insert(LedgerRow row);

    @Update(
            """
            UPDATE ledger
               SET status = #{row.status}, ledger_version = #{row.ledgerVersion}, last_sequence = #{row.lastSequence},
                   split_sequence = #{row.splitSequence}, split_version = #{row.splitVersion},
                   value_date = #{row.valueDate}, settled_sequence = #{row.settledSequence},
                   settled_on = #{row.settledOn}, settled_announced = #{row.settledAnnounced}
             WHERE order_no = #{row.orderNo} AND ledger_version = #{version} AND split_version = #{splitVersion}
            """)
    int update(@Param("row") LedgerRow row, @Param("version") long version, @Param("splitVersion") int splitVersion);

    @Select(
            """
            SELECT installment_no, due_date, due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen,
                   due_interest_fen, settled_interest_fen, due_principal_fen, settled_principal_fen, penalty_fen_days,
                   penalty_since
              FROM ledger_installment WHERE order_no = #{orderNo} ORDER BY installment_no LIMIT 1000
            """)
    List<InstallmentRow> installments(@Param("orderNo") String orderNo);

    @Insert(
            """
            <script>
            INSERT INTO ledger_installment (order_no, shard_key, installment_no, due_date, due_penalty_fen,
                settled_penalty_fen, due_fee_fen, settled_fee_fen, due_interest_fen, settled_interest_fen,
                due_principal_fen, settled_principal_fen, penalty_fen_days, penalty_since)
            VALUES <foreach item="row" collection="rows" separator=",">
              (#{orderNo}, #{shardKey}, #{row.installmentNo}, #{row.dueDate}, #{row.duePenaltyFen},
               #{row.settledPenaltyFen}, #{row.dueFeeFen}, #{row.settledFeeFen}, #{row.dueInterestFen},
               #{row.settledInterestFen}, #{row.duePrincipalFen}, #{row.settledPrincipalFen}, #{row.penaltyFenDays},
               #{row.penaltySince})</foreach>
            </script>
            """)
    int insertInstallments(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("rows") List<InstallmentRow> rows);

    /** One statement however many installments a repayment touches. */
    @Update(
            """
            <script>
            UPDATE ledger_installment i JOIN (
              <foreach item="row" collection="rows" separator=" UNION ALL ">
              SELECT CAST(#{row.installmentNo} AS SIGNED) AS installment_no, #{row.duePenaltyFen} AS due_penalty,
                     #{row.settledPenaltyFen} AS settled_penalty, #{row.settledFeeFen} AS settled_fee,
                     #{row.settledInterestFen} AS settled_interest, #{row.settledPrincipalFen} AS settled_principal,
                     #{row.penaltyFenDays} AS fen_days, #{row.penaltySince} AS since</foreach>
              ) v ON i.installment_no = v.installment_no
               SET i.due_penalty_fen = v.due_penalty, i.settled_penalty_fen = v.settled_penalty,
                   i.settled_fee_fen = v.settled_fee, i.settled_interest_fen = v.settled_interest,
                   i.settled_principal_fen = v.settled_principal, i.penalty_fen_days = v.fen_days,
                   i.penalty_since = v.since
             WHERE i.order_no = #{orderNo}
            </script>
            """)
    int updateInstallments(@Param("orderNo") String orderNo, @Param("rows") List<InstallmentRow> rows);
}
