package io.jointlending.support.message;

import io.jointlending.api.ops.MessageActionView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Reads both tables of messages and moves rows on an operator's word, each move conditional on the state before. */
interface MessageAdminMapper {
    String COLUMNS =
            """
            SELECT o.id, o.topic, o.msg_type AS type, o.msg_key, o.order_key, '' AS consumer_group,
                   CASE o.status WHEN 0 THEN 'PENDING' WHEN 2 THEN 'SENT' WHEN 3 THEN 'DEAD' WHEN 4 THEN 'EXPIRED'
                                 ELSE 'CANCELLED' END AS state,
                   o.attempts, o.last_error AS problem, o.created_at, COALESCE(o.sent_at, d.resolved_at) AS ended_at,
                   d.resolved_by
            """;

    String LETTER =
            """
              LEFT JOIN mq_dead_letter d ON d.source = 'OUTBOX' AND d.consumer_group = '' AND d.msg_key = o.msg_key
            """;

    String OUTBOX = COLUMNS + " FROM mq_outbox o " + LETTER;

    /** The index of the states; by the primary key millions of sent rows would be read for a few dead ones. */
    String BY_STATE = COLUMNS + " FROM mq_outbox o FORCE INDEX (idx_due) " + LETTER;

    String CONSUMER =
            """
            SELECT id, topic, tag AS type, msg_key, NULL AS order_key, consumer_group,
                   CASE status WHEN 0 THEN 'OPEN' WHEN 1 THEN 'REPLAYED' ELSE 'GIVEN_UP' END AS state,
                   0 AS attempts, CONCAT(reason, ' ', COALESCE(detail, '')) AS problem, created_at,
                   resolved_at AS ended_at, resolved_by
              FROM mq_dead_letter
            """;

    @Select(OUTBOX + " WHERE o.msg_key = #{key} AND o.id > #{afterId}")
    List<MessageRow> outboxByKey(@Param("key") String key, @Param("afterId") long afterId);

    @Select(
            "<script>" + OUTBOX
                    + """
             WHERE o.msg_key IN <foreach item="each" collection="keys" open="(" separator="," close=")">#{each}</foreach>
             ORDER BY o.id
            </script>
            """)
    List<MessageRow> outboxByKeys(@Param("keys") List<String> keys);

    /** Not for sent ones, of which there are millions, unless there is a key. */
    @Select(
            "<script>" + BY_STATE
                    + """
             WHERE o.status IN <foreach item="each" collection="statuses" open="(" separator="," close=")">#{each}</foreach>
               AND o.id &gt; #{afterId}
            <if test="key != null">AND o.msg_key = #{key}</if>
             ORDER BY o.id LIMIT #{limit}
            </script>
            """)
    List<MessageRow> outboxByState(
            @Param("statuses") List<Integer> statuses,
            @Param("key") @Nullable String key,
            @Param("afterId") long afterId,
            @Param("limit") int limit);

    @Select(
            "<script>" + CONSUMER
                    + """
             WHERE source = 'CONSUMER' AND id &gt; #{afterId}
            <if test="status != null">AND status = #{status}</if>
            <if test="key != null">AND msg_key = #{key}</if>
             ORDER BY id LIMIT #{limit}
            </script>
            """)
    List<MessageRow> letters(
            @Param("status") @Nullable Integer status,
            @Param("key") @Nullable String key,
            @Param("afterId") long afterId,
            @Param("limit") int limit);

    @Select(OUTBOX + " WHERE o.id = #{id}")
    @Nullable
    MessageRow outbox(@Param("id") long id);

    @Select(CONSUMER + " WHERE source = 'CONSUMER' AND id = #{id}")
    @Nullable
    MessageRow letter(@Param("id") long id);

    @Select(OUTBOX + " WHERE o.id = #{id} FOR UPDATE")
    @Nullable
    MessageRow lockOutbox(@Param("id") long id);

    @Select(CONSUMER + " WHERE source = 'CONSUMER' AND id = #{id} FOR UPDATE")
    @Nullable
    MessageRow lockLetter(@Param("id") long id);

    @Select("SELECT body FROM mq_outbox WHERE id = #{id}")
    @Nullable
    MessageBody outboxBody(@Param("id") long id);

    @Select("SELECT body FROM mq_dead_letter WHERE id = #{id}")
    @Nullable
    MessageBody letterBody(@Param("id") long id);

    @Update(
            """
            UPDATE mq_outbox SET status = 0, attempts = 0, weak_sends = 0, expire_at = NULL, last_error = NULL, next_at = NOW(3)
             WHERE id = #{id} AND status IN (3, 4)
            """)
    int sendAgain(@Param("id") long id);

    @Update("UPDATE mq_outbox SET status = 5 WHERE id = #{id} AND status IN (3, 4)")
    int giveUp(@Param("id") long id);

    @Insert(
            """
            INSERT INTO message_audit (operator, caller, request_no, action, source, row_no, consumer_group, msg_key,
                                       before_state, after_state, note, outcome, trace_id)
            VALUES (#{row.operator}, #{row.caller}, #{row.requestNo}, #{row.action}, #{row.source}, #{row.rowNo},
                    #{row.consumerGroup}, #{row.msgKey}, #{row.beforeState}, #{row.afterState}, #{row.note},
                    #{row.outcome}, #{row.traceId})
            """)
    int audit(@Param("row") AuditRow row);

    @Select(
            """
            SELECT operator, action, note, outcome, created_at AS at
              FROM message_audit WHERE source = #{source} AND row_no = #{id} ORDER BY id LIMIT 100
            """)
    List<MessageActionView> actions(@Param("source") String source, @Param("id") long id);
}
