package io.jointlending.fund.quota.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface LeakMapper {
    /** Reservations of orders that are funded (40, 45), or that a later attempt has replaced. */
    @Select(
            """
            SELECT e.order_no, e.attempt, e.institution_code,
                   EXISTS (SELECT 1 FROM sub_order s
                           WHERE s.order_no = e.order_no AND s.institution_code = e.institution_code)
                   AND NOT EXISTS (SELECT 1 FROM fund_route_decision d
                                   WHERE d.order_no = e.order_no AND d.attempt > e.attempt) AS used
            FROM fund_quota_entry e
            WHERE e.status = 'RESERVED' AND e.created_at < UTC_TIMESTAMP(3) - INTERVAL #{micros} MICROSECOND
              AND (EXISTS (SELECT 1 FROM funding f WHERE f.order_no = e.order_no AND f.status IN (40, 45))
                   OR EXISTS (SELECT 1 FROM fund_route_decision d
                              WHERE d.order_no = e.order_no AND d.attempt > e.attempt))
            ORDER BY e.created_at
            LIMIT #{limit}""")
    List<LeakRow> leaks(@Param("micros") long micros, @Param("limit") int limit);
}
