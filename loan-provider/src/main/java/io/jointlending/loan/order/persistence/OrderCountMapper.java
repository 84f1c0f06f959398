package io.jointlending.loan.order.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Select;

interface OrderCountMapper {
    /** Along the index of (status, next_query_at), without a look at the rows. */
    @Select("SELECT status, COUNT(*) AS orders FROM loan_order FORCE INDEX (idx_query) GROUP BY status")
    List<OrderCounts.Count> count();
}
