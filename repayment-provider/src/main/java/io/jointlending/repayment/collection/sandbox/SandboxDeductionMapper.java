package io.jointlending.repayment.collection.sandbox;

import io.jointlending.support.payment.Deduction;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SandboxDeductionMapper {
    @Insert(
            """
            INSERT INTO sandbox_collection (order_no, shard_key, answer, unknown_times)
            VALUES (#{orderNo}, #{shardKey}, #{answer}, #{unknownTimes})
            ON DUPLICATE KEY UPDATE answer = VALUES(answer), unknown_times = VALUES(unknown_times)
            """)
    int set(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("answer") String answer,
            @Param("unknownTimes") int unknownTimes);

    @Select("SELECT answer, unknown_times FROM sandbox_collection WHERE order_no = #{orderNo}")
    @Nullable
    SandboxSettingRow setting(@Param("orderNo") String orderNo);

    @Update(
            """
            UPDATE sandbox_collection SET unknown_times = unknown_times - 1
             WHERE order_no = #{orderNo} AND unknown_times > 0
            """)
    int countDown(@Param("orderNo") String orderNo);

    /** A number that is known stays as it is. */
    @Insert(
            """
            INSERT INTO sandbox_deduction (payment_no, order_no, shard_key, amount_fen, outcome)
            VALUES (#{d.paymentNo}, #{d.orderNo}, #{shardKey}, #{d.amountFen}, #{outcome})
            ON DUPLICATE KEY UPDATE outcome = sandbox_deduction.outcome
            """)
    int keep(@Param("d") Deduction deduction, @Param("shardKey") int shardKey, @Param("outcome") String outcome);

    @Select("SELECT outcome, amount_fen FROM sandbox_deduction WHERE payment_no = #{paymentNo}")
    @Nullable
    SandboxDeductionRow find(@Param("paymentNo") String paymentNo);
}
