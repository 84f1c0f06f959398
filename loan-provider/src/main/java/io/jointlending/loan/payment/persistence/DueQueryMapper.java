package io.jointlending.loan.payment.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface DueQueryMapper {
    @Select(
            """
            SELECT order_no, amount_fen, query_attempts FROM loan_order
            WHERE status = 30 AND next_query_at <= NOW(3)
            ORDER BY next_query_at LIMIT #{limit} FOR UPDATE SKIP LOCKED
            """)
    List<DueQueryRow> lockDue(@Param("limit") int limit);

    @Update(
            """
            <script>
            UPDATE loan_order SET next_query_at = TIMESTAMPADD(SECOND, #{seconds}, NOW(3))
            WHERE status = 30 AND order_no IN
            <foreach collection="orderNos" item="orderNo" open="(" separator="," close=")">#{orderNo}</foreach>
            </script>
            """)
    int lease(@Param("orderNos") List<String> orderNos, @Param("seconds") long seconds);

    @Update(
            """
            UPDATE loan_order
            SET query_attempts = LEAST(query_attempts + 1, 30000), unknown_since = COALESCE(unknown_since, NOW(3)),
                next_query_at = TIMESTAMPADD(SECOND, #{seconds}, NOW(3))
            WHERE order_no = #{orderNo} AND status = 30
            """)
    int postpone(@Param("orderNo") String orderNo, @Param("seconds") long seconds);
}
