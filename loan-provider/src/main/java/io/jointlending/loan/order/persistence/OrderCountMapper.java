package io.jointlending.loan.order.persistence;

import io.jointlending.loan.order.domain.StateCount;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface OrderCountMapper {
    /** Along the index of (status, next_query_at), without a look at the rows. */
    @Select("SELECT status, COUNT(*) AS orders FROM loan_order FORCE INDEX (idx_query) GROUP BY status")
    List<OrderCounts.Count> count();

    /** Of all states, so that nothing of an earlier minute is left of one that is empty now. */
    @Insert(
            """
            <script>
            INSERT INTO order_state_hour (hour_at, status, orders) VALUES
            <foreach item='each' collection='counts' separator=','>
              (DATE_FORMAT(NOW(3), '%Y-%m-%d %H:00:00'), #{each.status}, #{each.orders})
            </foreach>
            ON DUPLICATE KEY UPDATE orders = VALUES(orders)
            </script>""")
    int store(@Param("counts") List<OrderCounts.Count> counts);

    @Select(
            """
            SELECT hour_at, status, orders FROM order_state_hour
             WHERE hour_at > NOW(3) - INTERVAL #{days} DAY
             ORDER BY hour_at, status""")
    List<StateCount> hourly(@Param("days") int days);

    @Select(
            """
            SELECT h.hour_at, h.status, h.orders
              FROM (SELECT MAX(hour_at) AS hour_at FROM order_state_hour
                     WHERE hour_at > NOW(3) - INTERVAL #{days} DAY GROUP BY DATE(hour_at)) AS d
              JOIN order_state_hour AS h ON h.hour_at = d.hour_at
             ORDER BY h.hour_at, h.status""")
    List<StateCount> daily(@Param("days") int days);

    @Delete(
            "DELETE FROM order_state_hour WHERE hour_at < NOW(3) - INTERVAL #{days} DAY ORDER BY hour_at LIMIT #{limit}")
    int purge(@Param("days") int days, @Param("limit") int limit);
}
