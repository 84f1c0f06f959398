package io.jointlending.loan.payment.sandbox;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SandboxPaymentMapper {
    @Insert(
            """
            INSERT INTO sandbox_payment (order_no, answer, unknown_times)
            VALUES (#{orderNo}, #{answer}, #{unknownTimes})
            ON DUPLICATE KEY UPDATE answer = VALUES(answer), unknown_times = VALUES(unknown_times)
            """)
    int set(@Param("orderNo") String orderNo, @Param("answer") String answer, @Param("unknownTimes") int unknownTimes);

    /** The sandbox pays what the order asks for. */
    @Select(
            """
            SELECT s.answer, o.amount_fen
            FROM sandbox_payment s JOIN loan_order o ON o.order_no = s.order_no
            WHERE s.order_no = #{orderNo}
            """)
    @Nullable
    SandboxPaymentRow find(@Param("orderNo") String orderNo);

    @Update(
            """
            UPDATE sandbox_payment SET unknown_times = unknown_times - 1
            WHERE order_no = #{orderNo} AND unknown_times > 0
            """)
    int countDown(@Param("orderNo") String orderNo);
}
