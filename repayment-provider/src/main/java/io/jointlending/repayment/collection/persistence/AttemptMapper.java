package io.jointlending.repayment.collection.persistence;

import io.jointlending.repayment.collection.domain.CollectionAttempt;
import io.jointlending.repayment.collection.domain.CollectionAttempts;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Attempts that have ended have no next_query_at, so the sweeper's index holds the others alone. */
interface AttemptMapper {
    String COLUMNS =
            """
            SELECT order_no, business_date, payment_no, amount_fen, status, queries,
                   COALESCE(TIMESTAMPDIFF(SECOND, sent_at, NOW(3)), 0) AS sent_seconds, reference_no, repayment_no, reason
            """;

    @Insert(
            """
            INSERT INTO collection_attempt (order_no, business_date, shard_key, payment_no, amount_fen, status, queries,
                                            next_query_at, unknown_since, sent_at, ended_at, reference_no, repayment_no, reason)
            VALUES (#{a.orderNo}, #{a.businessDate}, #{shardKey}, #{a.paymentNo}, #{a.amountFen}, 10, 0,
                    TIMESTAMPADD(MINUTE, 10, NOW(3)), NULL, NULL, NULL, NULL, NULL, NULL)
            """)
    int insert(@Param("a") CollectionAttempt attempt, @Param("shardKey") int shardKey);

    @Select(COLUMNS + " FROM collection_attempt WHERE order_no = #{orderNo} AND business_date = #{date}")
    @Nullable
    AttemptRow find(@Param("orderNo") String orderNo, @Param("date") LocalDate date);

    /** The sweeper does not ask before the call has had its time. */
    @Update(
            """
            UPDATE collection_attempt SET status = 20, sent_at = NOW(3), next_query_at = TIMESTAMPADD(SECOND, 15, NOW(3))
             WHERE order_no = #{a.orderNo} AND business_date = #{a.businessDate} AND status = 10
            """)
    int send(@Param("a") CollectionAttempt attempt);

    @Update(
            """
            UPDATE collection_attempt SET status = 30, reference_no = #{reference}, reason = NULL, queries = 0,
                   next_query_at = TIMESTAMPADD(SECOND, 15, NOW(3))
             WHERE order_no = #{a.orderNo} AND business_date = #{a.businessDate} AND status = 20
            """)
    int paid(@Param("a") CollectionAttempt attempt, @Param("reference") String reference);

    @Update(
            """
            UPDATE collection_attempt SET status = 40, repayment_no = #{repaymentNo}, reason = NULL, next_query_at = NULL,
                   ended_at = NOW(3)
             WHERE order_no = #{a.orderNo} AND business_date = #{a.businessDate} AND status = 30
            """)
    int posted(@Param("a") CollectionAttempt attempt, @Param("repaymentNo") String repaymentNo);

    @Update(
            """
            UPDATE collection_attempt SET status = 80, reason = #{reason}, next_query_at = NULL, ended_at = NOW(3)
             WHERE order_no = #{a.orderNo} AND business_date = #{a.businessDate} AND status = #{status}
            """)
    int fail(@Param("a") CollectionAttempt attempt, @Param("status") int status, @Param("reason") String reason);

    @Select(
            """
            SELECT status FROM collection_attempt WHERE order_no = #{orderNo} ORDER BY business_date DESC LIMIT #{most}""")
    List<Integer> newest(@Param("orderNo") String orderNo, @Param("most") int most);

    /** Read from the index of day and status alone. */
    @Select(
            """
            SELECT COUNT(*) AS total, COALESCE(SUM(status = 80), 0) AS failed FROM collection_attempt
             WHERE business_date BETWEEN #{from} AND #{to} AND status IN (40, 80)""")
    CollectionAttempts.Ended ended(@Param("from") LocalDate from, @Param("to") LocalDate to);

    @Select(
            """
            SELECT CONCAT(COUNT(*), ' ', LEFT(reason, 80)) FROM collection_attempt
             WHERE business_date = #{date} AND status = 80 GROUP BY reason ORDER BY COUNT(*) DESC LIMIT #{most}""")
    List<String> reasons(@Param("date") LocalDate date, @Param("most") int most);

    @Update(
            """
            UPDATE collection_attempt SET queries = LEAST(queries + 1, 30000), reason = #{reason},
                   unknown_since = COALESCE(unknown_since, NOW(3)), next_query_at = TIMESTAMPADD(SECOND, #{seconds}, NOW(3))
             WHERE order_no = #{a.orderNo} AND business_date = #{a.businessDate} AND status = #{status}
            """)
    int postpone(
            @Param("a") CollectionAttempt attempt,
            @Param("status") int status,
            @Param("seconds") long seconds,
            @Param("reason") String reason);

    @Select(
            COLUMNS
                    + """
             FROM collection_attempt FORCE INDEX (idx_collection_attempt_query)
             WHERE next_query_at <= NOW(3) ORDER BY next_query_at LIMIT #{limit} FOR UPDATE SKIP LOCKED
            """)
    List<AttemptRow> lockDue(@Param("limit") int limit);

    @Update(
            """
            UPDATE collection_attempt SET next_query_at = TIMESTAMPADD(SECOND, #{seconds}, NOW(3))
             WHERE order_no = #{a.orderNo} AND business_date = #{a.businessDate}
            """)
    int lease(@Param("a") CollectionAttempt attempt, @Param("seconds") long seconds);

    @Select(
            """
            SELECT COUNT(*) AS open_attempts,
                   COALESCE(GREATEST(0, TIMESTAMPDIFF(SECOND, MIN(unknown_since), NOW(3))), 0) AS oldest_seconds
              FROM collection_attempt WHERE next_query_at IS NOT NULL AND unknown_since IS NOT NULL
            """)
    CollectionBacklog.Size backlog();
}
