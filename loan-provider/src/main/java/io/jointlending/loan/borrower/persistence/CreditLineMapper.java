package io.jointlending.loan.borrower.persistence;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface CreditLineMapper {
    @Insert(
            """
            INSERT INTO credit_line (borrower_no, shard_key, limit_fen)
            VALUES (#{borrowerNo}, #{shardKey}, #{limitFen})
            """)
    int insert(
            @Param("borrowerNo") String borrowerNo, @Param("shardKey") int shardKey, @Param("limitFen") long limitFen);

    @Select(
            """
            SELECT borrower_no, limit_fen, reserved_fen, used_fen FROM credit_line WHERE borrower_no = #{borrowerNo}
            """)
    @Nullable
    CreditLineRow find(@Param("borrowerNo") String borrowerNo);

    @Update(
            """
            UPDATE credit_line SET reserved_fen = reserved_fen + #{amountFen}, version = version + 1
            WHERE borrower_no = #{borrowerNo} AND limit_fen - reserved_fen - used_fen >= #{amountFen}
            """)
    int reserve(@Param("borrowerNo") String borrowerNo, @Param("amountFen") long amountFen);

    @Update(
            """
            UPDATE credit_line
            SET reserved_fen = reserved_fen - #{amountFen}, used_fen = used_fen + #{amountFen}, version = version + 1
            WHERE borrower_no = #{borrowerNo} AND reserved_fen >= #{amountFen}
            """)
    int use(@Param("borrowerNo") String borrowerNo, @Param("amountFen") long amountFen);

    @Update(
            """
            UPDATE credit_line SET reserved_fen = reserved_fen - #{amountFen}, version = version + 1
            WHERE borrower_no = #{borrowerNo} AND reserved_fen >= #{amountFen}
            """)
    int release(@Param("borrowerNo") String borrowerNo, @Param("amountFen") long amountFen);

    @Update(
            """
            UPDATE credit_line SET used_fen = used_fen - #{amountFen}, version = version + 1
            WHERE borrower_no = #{borrowerNo} AND used_fen >= #{amountFen}
            """)
    int giveBack(@Param("borrowerNo") String borrowerNo, @Param("amountFen") long amountFen);

    @Insert(
            """
            INSERT INTO credit_flow (borrower_no, shard_key, order_no, biz_no, action, amount_fen)
            VALUES (#{borrowerNo}, #{shardKey}, #{orderNo}, #{bizNo}, #{action}, #{amountFen})
            """)
    @SuppressWarnings("TooManyParameters") // the columns
    int insertFlow(
            @Param("borrowerNo") String borrowerNo,
            @Param("shardKey") int shardKey,
            @Param("orderNo") String orderNo,
            @Param("bizNo") String bizNo,
            @Param("action") String action,
            @Param("amountFen") long amountFen);
}
