package io.jointlending.repayment.repay.persistence;

import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.repayment.repay.domain.SuspenseRefund;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SuspenseMapper {
    @Insert(
            """
            INSERT INTO suspense_account (borrower_no, shard_key, balance_fen) VALUES (#{borrowerNo}, #{shardKey}, #{fen})
            ON DUPLICATE KEY UPDATE balance_fen = balance_fen + VALUES(balance_fen)
            """)
    int add(@Param("borrowerNo") String borrowerNo, @Param("shardKey") int shardKey, @Param("fen") long fen);

    @Update(
            """
            UPDATE suspense_account SET balance_fen = balance_fen - #{fen}
             WHERE borrower_no = #{borrowerNo} AND balance_fen >= #{fen}
            """)
    int take(@Param("borrowerNo") String borrowerNo, @Param("fen") long fen);

    @Insert(
            """
            INSERT INTO suspense_entry (repayment_no, kind, borrower_no, shard_key, order_no, amount_fen, booking_date)
            VALUES (#{it.number}, #{it.amount.kind}, #{it.borrowerNo}, #{shardKey}, #{it.orderNo}, #{it.changeFen},
                    #{it.bookingDate})
            """)
    int addEntry(@Param("it") SuspenseMove move, @Param("shardKey") int shardKey);

    @Select("SELECT balance_fen FROM suspense_account WHERE borrower_no = #{borrowerNo}")
    @Nullable
    Long balance(@Param("borrowerNo") String borrowerNo);

    @Insert(
            """
            INSERT INTO suspense_refund (refund_no, borrower_no, shard_key, amount_fen, status, operator)
            VALUES (#{it.refundNo}, #{it.borrowerNo}, #{shardKey}, #{it.amountFen}, #{it.status}, #{operator})
            """)
    int addRefund(
            @Param("it") SuspenseRefund refund, @Param("shardKey") int shardKey, @Param("operator") String operator);

    @Select(
            """
            SELECT refund_no, borrower_no, amount_fen, status FROM suspense_refund WHERE refund_no = #{refundNo} FOR UPDATE
            """)
    @Nullable
    RefundRow lockRefund(@Param("refundNo") String refundNo);

    @Update(
            """
            UPDATE suspense_refund SET status = #{it.status}, confirmed_by = #{operator}
             WHERE refund_no = #{it.refundNo} AND status = 'REQUESTED'
            """)
    int endRefund(@Param("it") SuspenseRefund refund, @Param("operator") String operator);
}
