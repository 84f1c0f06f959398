package io.jointlending.loan.order.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface LoanOrderMapper {
    String COLUMNS =
            """
            order_no, shard_key, borrower_no, product_code, scheme_code, annual_rate, method, rounding,
            penalty_daily_rate, penalty_grace_days, product_snapshot, amount_fen, installments, status, version,
            start_date, payment_no, created_at, channel_code
            """;
    /** Numbers of the newest orders of some borrowers, from the index of the borrower alone; the name of the table goes before it. */
    String NEWEST =
            """
             FORCE INDEX (idx_borrower)
              WHERE borrower_no IN <foreach collection='borrowers' item='one' open='(' separator=', ' close=')'>#{one}</foreach>
                <if test='before != null'>AND order_no &lt; #{before}</if>
              ORDER BY order_no DESC
              LIMIT #{limit}
            """;

    @Insert(
            """
            INSERT INTO loan_order (order_no, shard_key, borrower_no, product_code, scheme_code, annual_rate, method,
                rounding, penalty_daily_rate, penalty_grace_days, product_snapshot, amount_fen, installments, status, version,
                start_date, payment_no, created_at, channel_code)
            VALUES (#{o.orderNo}, #{o.shardKey}, #{o.borrowerNo}, #{o.productCode}, #{o.schemeCode,jdbcType=VARCHAR},
                #{o.annualRate}, #{o.method}, #{o.rounding}, #{o.penaltyDailyRate}, #{o.penaltyGraceDays}, #{o.productSnapshot},
                #{o.amountFen}, #{o.installments}, #{o.status}, #{o.version}, #{o.startDate,jdbcType=DATE},
                #{o.paymentNo,jdbcType=VARCHAR}, #{o.createdAt}, #{o.channelCode,jdbcType=VARCHAR})
            """)
    int insert(@Param("o") LoanOrderRow order);

    @Select("SELECT " + COLUMNS + " FROM loan_order WHERE order_no = #{orderNo}")
    @Nullable
    LoanOrderRow find(@Param("orderNo") String orderNo);

    @Select("SELECT " + COLUMNS + " FROM loan_order WHERE order_no = #{orderNo} FOR UPDATE")
    @Nullable
    LoanOrderRow lock(@Param("orderNo") String orderNo);

    /**
     * Live and archived ones at one moment. The hint keeps it by the index of the borrower whatever the statistics say: a walk down
     * the primary key would pass the orders of everybody else. Only the rows of the page are read.
     */
    @Select("<script>SELECT " + COLUMNS + " FROM (SELECT order_no AS newest FROM loan_order " + NEWEST
            + ") live STRAIGHT_JOIN loan_order ON order_no = newest UNION ALL SELECT " + COLUMNS
            + " FROM (SELECT order_no AS newest FROM loan_order_archive " + NEWEST
            + ") archived STRAIGHT_JOIN loan_order_archive ON order_no = newest"
            + " ORDER BY order_no DESC LIMIT #{limit}</script>")
    List<LoanOrderRow> newestOf(
            @Param("borrowers") List<String> borrowers,
            @Param("before") @Nullable String before,
            @Param("limit") int limit);

    /** The timer of the payment question runs only where there is a wait; adding a null interval clears it. */
    @Update(
            """
            UPDATE loan_order
            SET status = #{after.status}, version = #{after.version}, start_date = #{after.startDate,jdbcType=DATE},
                payment_no = #{after.paymentNo,jdbcType=VARCHAR},
                next_query_at = TIMESTAMPADD(SECOND, #{queryAfterSeconds,jdbcType=BIGINT}, NOW(3))
            WHERE order_no = #{before.orderNo} AND status = #{before.status} AND version = #{before.version}
            """)
    int move(
            @Param("before") LoanOrderRow before,
            @Param("after") LoanOrderRow after,
            @Param("queryAfterSeconds") @Nullable Long queryAfterSeconds);

    @Insert(
            """
            INSERT INTO state_log (order_no, shard_key, from_status, to_status, cause, reference)
            VALUES (#{orderNo}, #{shardKey}, #{from}, #{to}, #{cause}, #{reference})
            """)
    @SuppressWarnings("TooManyParameters") // the columns
    int insertLog(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("from") int from,
            @Param("to") int to,
            @Param("cause") String cause,
            @Param("reference") String reference);

    @Select(
            """
            SELECT from_status, to_status, cause, reference, created_at
            FROM state_log WHERE order_no = #{orderNo} ORDER BY id LIMIT #{limit}
            """)
    List<StateLogRow> history(@Param("orderNo") String orderNo, @Param("limit") int limit);

    @Insert(
            """
            INSERT INTO loan_request (order_no, shard_key, request_no, amount_fen, status)
            VALUES (#{orderNo}, #{shardKey}, #{requestNo}, #{amountFen}, 10)
            """)
    int insertRequest(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("requestNo") String requestNo,
            @Param("amountFen") long amountFen);

    @Update("UPDATE loan_request SET status = #{status} WHERE order_no = #{orderNo} AND status = 10")
    int endRequest(@Param("orderNo") String orderNo, @Param("status") int status);

    @Insert(
            """
            <script>
            INSERT INTO plan_installment (order_no, plan_version, installment_no, shard_key, due_date,
                principal_fen, interest_fen, fee_fen, balance_after_fen)
            VALUES
            <foreach collection="rows" item="r" separator=",">
              (#{orderNo}, 1, #{r.installmentNo}, #{shardKey}, #{r.dueDate}, #{r.principalFen}, #{r.interestFen}, #{feeFen},
               #{r.balanceAfterFen})
            </foreach>
            </script>
            """)
    int insertPlan(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("feeFen") long feeFen,
            @Param("rows") List<InstallmentRow> rows);

    /** The limit is the largest number of installments a contract allows. */
    @Select(
            """
            SELECT installment_no, due_date, principal_fen, interest_fen, balance_after_fen
            FROM plan_installment WHERE order_no = #{orderNo} AND plan_version = 1 ORDER BY installment_no LIMIT 120
            """)
    List<InstallmentRow> plan(@Param("orderNo") String orderNo);
}
