package io.jointlending.loan.order.persistence;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface CreditReturnMapper {
    @Select("SELECT order_no, applied_sequence, applied_fen FROM credit_return WHERE order_no = #{orderNo} FOR UPDATE")
    @Nullable
    CreditReturnRow lock(@Param("orderNo") String orderNo);

    @Insert(
            """
            INSERT INTO credit_return (order_no, shard_key, applied_sequence, applied_fen)
            VALUES (#{orderNo}, #{shardKey}, #{sequence}, #{appliedFen})
            ON DUPLICATE KEY UPDATE applied_sequence = VALUES(applied_sequence), applied_fen = VALUES(applied_fen)
            """)
    int store(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("sequence") long sequence,
            @Param("appliedFen") long appliedFen);
}
