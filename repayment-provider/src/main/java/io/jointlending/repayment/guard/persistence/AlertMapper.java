package io.jointlending.repayment.guard.persistence;

import io.jointlending.repayment.guard.domain.LedgerAlert;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface AlertMapper {
    /** In the order of the index, so nothing is sorted. */
    @Select(
            """
            SELECT l.order_no
              FROM ledger l FORCE INDEX (idx_ledger_active)
              STRAIGHT_JOIN ledger_installment i ON i.order_no = l.order_no
             WHERE l.status = 'ACTIVE' AND l.shard_key = #{shardKey} AND l.order_no > #{afterOrderNo}
             GROUP BY l.order_no
            HAVING MIN(CASE WHEN i.due_date <= #{day} AND (i.settled_principal_fen < i.due_principal_fen
                                 OR i.settled_interest_fen < i.due_interest_fen) THEN i.due_date END)
                 < MAX(CASE WHEN i.settled_principal_fen > 0 OR i.settled_interest_fen > 0 THEN i.due_date END)
             ORDER BY l.order_no LIMIT #{limit}
            """)
    List<String> outOfOrder(
            @Param("day") LocalDate day,
            @Param("shardKey") int shardKey,
            @Param("afterOrderNo") String afterOrderNo,
            @Param("limit") int limit);

    @Insert(
            """
            INSERT INTO ledger_alert (order_no, kind, sequence_no, shard_key, found_on, installment_no, detail, resolved_by)
            VALUES (#{a.orderNo}, #{a.kind}, #{a.sequence}, #{shardKey}, #{a.foundOn}, #{a.installmentNo}, #{a.detail}, NULL)
            """)
    int insert(@Param("a") LedgerAlert alert, @Param("shardKey") int shardKey);

    @Select("SELECT COUNT(*) FROM ledger_alert WHERE resolved_by IS NULL")
    long open();
}
