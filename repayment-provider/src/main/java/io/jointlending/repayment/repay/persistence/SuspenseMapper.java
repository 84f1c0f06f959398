package io.jointlending.repayment.repay.persistence;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Tables {@code suspense_account} and {@code suspense_entry}. */
interface SuspenseMapper {
    @Insert(
            """
            INSERT INTO suspense_entry (repayment_no, kind, borrower_no, shard_key, order_no, amount_fen, booking_date)
            VALUES (#{repaymentNo}, 'EXCESS', #{borrowerNo}, #{shardKey}, #{orderNo}, #{fen}, #{bookingDate})""")
    int insertEntry(
            @Param("repaymentNo") String repaymentNo,
            @Param("borrowerNo") String borrowerNo,
            @Param("shardKey") int shardKey,
            @Param("orderNo") String orderNo,
            @Param("fen") long fen,
            @Param("bookingDate") LocalDate bookingDate);

    /** Opens the account with the amount or adds it; counts one or two. */
    @Insert(
            """
            INSERT INTO suspense_account (borrower_no, shard_key, balance_fen)
            VALUES (#{borrowerNo}, #{shardKey}, #{fen})
            ON DUPLICATE KEY UPDATE balance_fen = balance_fen + VALUES(balance_fen)""")
    int addToAccount(@Param("borrowerNo") String borrowerNo, @Param("shardKey") int shardKey, @Param("fen") long fen);

    @Select("SELECT balance_fen FROM suspense_account WHERE borrower_no = #{borrowerNo}")
    @Nullable
    Long balance(@Param("borrowerNo") String borrowerNo);
}
