package io.jointlending.loan.payment.persistence;

import org.apache.ibatis.annotations.Select;

interface PaymentBacklogMapper {
    /** The index of (status, next_query_at) finds the waiting orders; there are few. */
    @Select(
            """
            SELECT COUNT(*) AS unknown_orders,
                COALESCE(TIMESTAMPDIFF(SECOND, MIN(unknown_since), NOW(3)), 0) AS oldest_seconds,
                (SELECT COUNT(*) FROM payment_discrepancy WHERE status = 0) AS open_discrepancies
            FROM loan_order WHERE status = 30 AND unknown_since IS NOT NULL
            """)
    PaymentBacklog.Size size();
}
