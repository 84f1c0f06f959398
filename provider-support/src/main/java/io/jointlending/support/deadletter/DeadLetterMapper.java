package io.jointlending.support.deadletter;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code mq_dead_letter}: 0 open, 1 replayed, 2 given up. */
interface DeadLetterMapper {
    @Select(
            """
            SELECT status FROM mq_dead_letter
             WHERE source = #{letter.source} AND consumer_group = #{letter.consumerGroup} AND msg_key = #{letter.key}
               FOR UPDATE
            """)
    @Nullable
    Integer lock(@Param("letter") DeadLetter letter);

    @Insert(
            """
            INSERT INTO mq_dead_letter (source, consumer_group, topic, tag, msg_key, reason, detail, body)
            VALUES (#{letter.source}, #{letter.consumerGroup}, #{letter.topic}, #{letter.tag}, #{letter.key},
                    #{letter.reason}, #{letter.detail}, #{letter.body})
            """)
    int insert(@Param("letter") DeadLetter letter);

    @Update(
            """
            UPDATE mq_dead_letter SET reason = #{letter.reason}, detail = #{letter.detail}, body = #{letter.body},
                   status = 0, resolved_by = NULL, resolved_at = NULL
             WHERE source = #{letter.source} AND consumer_group = #{letter.consumerGroup} AND msg_key = #{letter.key}
            """)
    int reopen(@Param("letter") DeadLetter letter);

    @Update(
            """
            UPDATE mq_dead_letter SET status = #{status}, resolved_by = #{operator}, resolved_at = NOW(3)
             WHERE source = #{source} AND consumer_group = #{group} AND msg_key = #{key} AND status = 0
            """)
    int resolve(
            @Param("source") String source,
            @Param("group") String group,
            @Param("key") String key,
            @Param("status") int status,
            @Param("operator") String operator);
}
