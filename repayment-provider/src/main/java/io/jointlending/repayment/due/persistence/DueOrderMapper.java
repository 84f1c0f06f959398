package io.jointlending.repayment.due.persistence;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Walks the active orders of a shard key; one range of idx_ledger_active, then the primary key of the installments. */
interface DueOrderMapper {
    String ORDERS =
            """
            SELECT l.order_no
              FROM ledger l FORCE INDEX (idx_ledger_active)
              STRAIGHT_JOIN ledger_installment i ON i.order_no = l.order_no
             WHERE l.status = 'ACTIVE' AND l.shard_key = #{shardKey} AND l.order_no > #{afterOrderNo}
               AND (i.settled_principal_fen < i.due_principal_fen OR i.settled_interest_fen < i.due_interest_fen
                    OR i.settled_fee_fen < i.due_fee_fen OR i.settled_penalty_fen < i.due_penalty_fen)
            """;
    String ONCE = " GROUP BY l.order_no ORDER BY l.order_no LIMIT #{limit}";

    @Select(ORDERS + " AND i.due_date = #{day}" + ONCE)
    List<String> dueOn(
            @Param("day") LocalDate day,
            @Param("shardKey") int shardKey,
            @Param("afterOrderNo") String afterOrderNo,
            @Param("limit") int limit);

    @Select(ORDERS + " AND i.due_date <= #{day}" + ONCE)
    List<String> dueUpTo(
            @Param("day") LocalDate day,
            @Param("shardKey") int shardKey,
            @Param("afterOrderNo") String afterOrderNo,
            @Param("limit") int limit);
}
