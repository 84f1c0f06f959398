package io.jointlending.loan.payment.persistence;

import io.jointlending.loan.payment.domain.Discrepancy;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;

interface DiscrepancyMapper {
    @Insert(
            """
            INSERT INTO payment_discrepancy (order_no, shard_key, reason, payment_no, result, amount_fen, order_status,
                order_payment_no)
            VALUES (#{d.order.orderNo}, #{shardKey}, #{d.reason}, #{d.report.paymentNo}, #{d.report.result},
                #{d.report.amountFen}, #{orderStatus}, #{d.order.paymentNo,jdbcType=VARCHAR})
            ON DUPLICATE KEY UPDATE times_seen = times_seen + 1
            """)
    int add(
            @Param("d") Discrepancy discrepancy,
            @Param("shardKey") int shardKey,
            @Param("orderStatus") int orderStatus);
}
