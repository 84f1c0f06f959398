package io.jointlending.repayment.repay.persistence;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface SuspenseMapper {
    @Insert(
            """
            INSERT INTO suspense_account (borrower_no, shard_key, balance_fen) VALUES (#{borrowerNo}, #{shardKey}, #{fen})
            ON DUPLICATE KEY UPDATE balance_fen = balance_fen + VALUES(balance_fen)
            """)
    int add(@Param("borrowerNo") String borrowerNo, @Param("shardKey") int shardKey, @Param("fen") long fen);

    @Insert(
            """
            INSERT INTO suspense_entry (repayment_no, kind, borrower_no, shard_key, order_no, amount_fen, booking_date)
            VALUES (#{repaymentNo}, 'EXCESS', #{borrowerNo}, #{shardKey}, #{orderNo}, #{fen}, #{bookingDate})
            """)
    int addEntry(
            @Param("borrowerNo") String borrowerNo,
            @Param("shardKey") int shardKey,
            @Param("orderNo") String orderNo,
            @Param("repaymentNo") String repaymentNo,
            @Param("fen") long fen,
            @Param("bookingDate") LocalDate bookingDate);

    @Select("SELECT balance_fen FROM suspense_account WHERE borrower_no = #{borrowerNo}")
    @Nullable
    Long balance(@Param("borrowerNo") String borrowerNo);
}
