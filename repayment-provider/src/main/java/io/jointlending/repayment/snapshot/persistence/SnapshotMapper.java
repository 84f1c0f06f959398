package io.jointlending.repayment.snapshot.persistence;

import io.jointlending.repayment.snapshot.domain.ChannelOverdue;
import io.jointlending.repayment.snapshot.domain.OverdueDay;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshot;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface SnapshotMapper {
    /**
     * The index gives the orders by number, so nothing is sorted and the limit ends the walk early; the hints keep it
     * that way whatever the statistics say. One statement, so ledger and installments are of one moment.
     */
    @Select(
            """
            SELECT l.order_no, l.shard_key, i.installment_no, l.ledger_version, l.value_date, l.penalty_daily_rate,
                   l.penalty_grace_days, l.rounding, l.penalty_basis, l.penalty_cap_rate, i.due_date, i.due_penalty_fen, i.settled_penalty_fen, i.due_fee_fen,
                   i.settled_fee_fen, i.due_interest_fen, i.settled_interest_fen, i.due_principal_fen,
                   i.settled_principal_fen, i.penalty_fen_days, i.penalty_since, l.channel_code
              FROM ledger l FORCE INDEX (idx_ledger_active)
              STRAIGHT_JOIN ledger_installment i ON i.order_no = l.order_no
             WHERE l.status = 'ACTIVE' AND l.shard_key = #{shardKey} AND l.order_no > #{afterOrderNo}
               AND i.due_date < #{day}
               AND (i.settled_principal_fen < i.due_principal_fen OR i.settled_interest_fen < i.due_interest_fen
                    OR i.settled_fee_fen < i.due_fee_fen OR i.settled_penalty_fen < i.due_penalty_fen)
             ORDER BY l.order_no LIMIT #{limit}
            """)
    List<OverdueRow> overdue(
            @Param("day") LocalDate day,
            @Param("shardKey") int shardKey,
            @Param("afterOrderNo") String afterOrderNo,
            @Param("limit") int limit);

    @Insert(
            """
            <script>
            INSERT INTO penalty_snapshot (business_date, order_no, installment_no, shard_key, ledger_version, as_of, due_date,
                overdue_days, open_principal_fen, open_interest_fen, open_fee_fen, penalty_fen, open_penalty_fen)
            VALUES <foreach item="row" collection="rows" separator=",">
              (#{row.businessDate}, #{row.orderNo}, #{row.installmentNo}, #{row.shardKey}, #{row.ledgerVersion}, #{row.asOf},
               #{row.dueDate}, #{row.overdueDays}, #{row.open.principalFen}, #{row.open.interestFen}, #{row.open.feeFen},
               #{row.penaltyFen}, #{row.open.penaltyFen})</foreach>
            </script>
            """)
    int insert(@Param("rows") List<PenaltySnapshot> rows);

    @Insert(
            """
            <script>
            INSERT INTO channel_overdue_day (channel_code, business_date, order_count, overdue_fen)
            VALUES <foreach item="row" collection="rows" separator=",">
              (#{row.channelCode}, #{date}, #{row.orders}, #{row.overdueFen})</foreach>
            ON DUPLICATE KEY UPDATE order_count = order_count + VALUES(order_count),
              overdue_fen = overdue_fen + VALUES(overdue_fen)
            </script>
            """)
    int addOverdue(@Param("date") LocalDate date, @Param("rows") List<ChannelOverdue> rows);

    @Select(
            """
            SELECT business_date, channel_code, order_count, overdue_fen
              FROM channel_overdue_day
             WHERE channel_code = #{channelCode} AND business_date BETWEEN #{from} AND #{to}
             ORDER BY business_date LIMIT 400
            """)
    List<OverdueDay> overdueOf(
            @Param("channelCode") String channelCode, @Param("from") LocalDate from, @Param("to") LocalDate to);

    @Select(
            """
            SELECT business_date, channel_code, order_count, overdue_fen
              FROM channel_overdue_day
             WHERE business_date = #{date}
             ORDER BY channel_code LIMIT 1000
            """)
    List<OverdueDay> overdueOn(@Param("date") LocalDate date);
}
