package io.jointlending.support.outbox;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Moves of a message: 0 pending to 2 sent, 3 dead, 4 expired, 5 cancelled; each is conditional on 0. All times are the database's. */
interface OutboxMapper {
    /** A message that is sent however late. Short: its text is read anew by the database for every message. */
    @Options(useGeneratedKeys = true, keyProperty = "message.id", keyColumn = "id")
    @Insert(
            """
            INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, order_key, headers, body, max_attempts, next_at)
            VALUES (#{message.key}, #{message.type}, #{message.topic}, #{message.type}, #{message.orderKey},
                    #{message.headers}, #{message.body}, #{message.maxAttempts}, NOW(3) + INTERVAL #{graceSeconds} SECOND)
            """)
    int insert(@Param("message") NewMessage message, @Param("graceSeconds") int graceSeconds);

    /**
     * The time of expiry is fixed here: after {@code liveSeconds}, or at the next {@code cutOffSecond} of a day in
     * Asia/Shanghai, which is eight hours before UTC all year, whatever comes first.
     */
    @Options(useGeneratedKeys = true, keyProperty = "message.id", keyColumn = "id")
    @Insert(
            """
            INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, order_key, headers, body, max_attempts, next_at, expire_at)
            VALUES (#{message.key}, #{message.type}, #{message.topic}, #{message.type}, #{message.orderKey},
                    #{message.headers}, #{message.body}, #{message.maxAttempts},
                    NOW(3) + INTERVAL #{graceSeconds} SECOND,
                    NULLIF(LEAST(
                      IF(#{message.liveSeconds} > 0, NOW(3) + INTERVAL #{message.liveSeconds} SECOND,
                         TIMESTAMP('9999-12-31 00:00:00')),
                      IF(#{message.cutOffSecond} >= 0,
                         TIMESTAMPADD(SECOND, #{message.cutOffSecond} - 28800
                           + IF(TIME_TO_SEC(TIME(NOW(3) + INTERVAL 8 HOUR)) >= #{message.cutOffSecond}, 86400, 0),
                           TIMESTAMP(DATE(NOW(3) + INTERVAL 8 HOUR))),
                         TIMESTAMP('9999-12-31 00:00:00'))),
                      TIMESTAMP('9999-12-31 00:00:00')))
            """)
    int insertExpiring(@Param("message") NewMessage message, @Param("graceSeconds") int graceSeconds);

    /** Of messages with one order key only the first that is neither sent nor given up by a person. */
    @Select(CLAIM)
    List<OutboxRow> lockDue(@Param("limit") int limit);

    String CLAIM =
            """
            SELECT o.id, o.topic, o.tag, o.msg_key, o.order_key, o.headers, o.body, o.delay_ms, o.attempts, o.weak_sends,
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

    /** Of what waits, only what must not be sent any more. */
    @Select(
            """
            SELECT o.id, o.topic, o.tag, o.msg_key, o.order_key, o.headers, o.body, o.delay_ms, o.attempts, o.weak_sends,
                   TRUE AS expired
              FROM mq_outbox o
             WHERE o.status = 0 AND o.next_at <= NOW(3) AND o.expire_at <= NOW(3)
             ORDER BY o.next_at, o.id
             LIMIT #{limit}
               FOR UPDATE SKIP LOCKED
            """)
    List<OutboxRow> lockExpired(@Param("limit") int limit);

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
               SET status = 2, sent_at = NOW(3), weak_sends = 0, last_error = NULL,
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

    @Select("SELECT COUNT(*) FROM mq_outbox WHERE id = #{id} AND status = 3")
    int dead(@Param("id") long id);

    /** The broker took it, but not as durably as it promises: once more, or good enough. */
    @Update(
            """
            UPDATE mq_outbox
               SET sent_at = CASE WHEN weak_sends + 1 >= #{enough} THEN NOW(3) ELSE NULL END,
                   status = CASE WHEN weak_sends + 1 >= #{enough} THEN 2 ELSE 0 END,
                   next_at = CASE WHEN weak_sends + 1 >= #{enough} THEN next_at
                                  ELSE NOW(3) + INTERVAL #{micros} MICROSECOND END,
                   weak_sends = weak_sends + 1,
                   last_error = #{error}
             WHERE id = #{id} AND status = 0
            """)
    int weaklySent(
            @Param("id") long id,
            @Param("enough") int enough,
            @Param("micros") long micros,
            @Param("error") String error);

    @Update(
            """
            UPDATE mq_outbox SET status = 4, last_error = 'expire_at has passed'
             WHERE id = #{id} AND status = 0 AND expire_at <= NOW(3)
            """)
    int expired(@Param("id") long id);

    @Update("UPDATE mq_outbox SET status = 5 WHERE msg_key = #{key} AND status = 0")
    int cancel(@Param("key") String key);

    @Select(
            """
            SELECT p.pending, COALESCE(TIMESTAMPDIFF(SECOND, o.created_at, NOW(3)), 0) AS oldest_seconds,
                   (SELECT COUNT(*) FROM mq_dead_letter WHERE status = 0) AS dead_letters
              FROM (SELECT COUNT(*) AS pending, MIN(id) AS first_id FROM mq_outbox WHERE status = 0) p
              LEFT JOIN mq_outbox o ON o.id = p.first_id
            """)
    OutboxBacklog.Size backlog();

    @Select(
            """
            SELECT msg_type AS type, status, COUNT(*) AS messages
              FROM mq_outbox WHERE status IN (0, 3, 4) GROUP BY msg_type, status
            """)
    List<OutboxBacklog.TypeCount> countByType();
}
