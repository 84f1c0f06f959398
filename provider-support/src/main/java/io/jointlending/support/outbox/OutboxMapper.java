package io.jointlending.support.outbox;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Moves of a message: 0 pending to 2 sent, 3 dead, 4 expired; each is conditional on 0. All times are the database's. */
interface OutboxMapper {
    @Options(useGeneratedKeys = true, keyProperty = "message.id", keyColumn = "id")
    @Insert(
            """
            INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, order_key, headers, body, next_at)
            VALUES (#{message.key}, #{message.type}, #{message.topic}, #{message.type}, #{message.orderKey},
                    #{message.headers}, #{message.body}, NOW(3) + INTERVAL #{graceSeconds} SECOND)
            """)
    int insert(@Param("message") NewMessage message, @Param("graceSeconds") int graceSeconds);

    /** Of messages with one order key only the first that is neither sent nor given up by a person. */
    @Select(CLAIM)
    List<OutboxRow> lockDue(@Param("limit") int limit);

    String CLAIM =
            """
            SELECT o.id, o.topic, o.tag, o.msg_key, o.order_key, o.headers, o.body, o.delay_ms, o.attempts,
                   o.expire_at IS NOT NULL AND o.expire_at <= NOW(3) AS expired
              FROM mq_outbox o
             WHERE o.status = 0 AND o.next_at <= NOW(3)
               AND (o.order_key IS NULL OR NOT EXISTS (
                     SELECT 1 FROM mq_outbox e
                      WHERE e.order_key = o.order_key AND e.status IN (0, 3) AND e.id < o.id))
             ORDER BY o.next_at, o.id
             LIMIT #{limit}
               FOR UPDATE SKIP LOCKED
            """;

    @Update(
            """
            <script>
            UPDATE mq_outbox SET next_at = NOW(3) + INTERVAL #{leaseSeconds} SECOND, claimed_by = #{instance}
             WHERE status = 0 AND id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    int lease(
            @Param("ids") List<Long> ids, @Param("leaseSeconds") int leaseSeconds, @Param("instance") String instance);

    @Update(
            """
            <script>
            UPDATE mq_outbox
               SET status = 2, sent_at = NOW(3),
                   broker_msg_id = CASE id
                   <foreach item="sent" collection="sent">WHEN #{sent.id} THEN #{sent.brokerMessageId} </foreach> END
             WHERE status = 0
               AND id IN <foreach item="sent" collection="sent" open="(" separator="," close=")">#{sent.id}</foreach>
            </script>
            """)
    int sent(@Param("sent") List<SentMessage> sent);

    @Update(
            """
            <script>
            UPDATE mq_outbox SET next_at = NOW(3) + INTERVAL #{seconds} SECOND, last_error = #{error}
             WHERE status = 0 AND id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    int giveBack(@Param("ids") List<Long> ids, @Param("seconds") int seconds, @Param("error") String error);

    /** One failure of the message itself; the last one makes it dead. The order of the assignments matters to MySQL. */
    @Update(
            """
            UPDATE mq_outbox
               SET status = CASE WHEN attempts + 1 >= max_attempts THEN 3 ELSE 0 END,
                   attempts = attempts + 1,
                   next_at = NOW(3) + INTERVAL #{micros} MICROSECOND,
                   last_error = #{error}
             WHERE id = #{id} AND status = 0
            """)
    int failed(@Param("id") long id, @Param("micros") long micros, @Param("error") String error);

    @Insert(
            """
            INSERT INTO mq_dead_letter (source, topic, tag, msg_key, reason, detail, body)
            SELECT 'OUTBOX', topic, tag, msg_key, 'ATTEMPTS', last_error, body
              FROM mq_outbox WHERE id = #{id} AND status = 3
            ON DUPLICATE KEY UPDATE reason = VALUES(reason), detail = VALUES(detail), status = 0
            """)
    int bury(@Param("id") long id);

    @Update(
            """
            <script>
            UPDATE mq_outbox SET status = 4, last_error = 'expire_at has passed'
             WHERE status = 0 AND id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    int expired(@Param("ids") List<Long> ids);

    @Select(
            """
            SELECT p.pending, COALESCE(TIMESTAMPDIFF(SECOND, o.created_at, NOW(3)), 0) AS oldest_seconds,
                   (SELECT COUNT(*) FROM mq_dead_letter WHERE status = 0) AS dead_letters
              FROM (SELECT COUNT(*) AS pending, MIN(id) AS first_id FROM mq_outbox WHERE status = 0) p
              LEFT JOIN mq_outbox o ON o.id = p.first_id
            """)
    OutboxBacklog.Size backlog();
}
