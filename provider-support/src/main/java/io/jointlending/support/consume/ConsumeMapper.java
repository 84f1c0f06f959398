package io.jointlending.support.consume;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface ConsumeMapper {
    @Insert(
            """
            INSERT INTO mq_consume_log (consumer_group, msg_key, body_hash) VALUES (#{group}, #{key}, #{bodyHash})
            """)
    int remember(@Param("group") String group, @Param("key") String key, @Param("bodyHash") String bodyHash);

    @Select("SELECT body_hash FROM mq_consume_log WHERE consumer_group = #{group} AND msg_key = #{key}")
    @Nullable
    String bodyHash(@Param("group") String group, @Param("key") String key);

    /** A message that comes again after it was resolved opens its dead letter anew. */
    @Insert(
            """
            INSERT INTO mq_dead_letter (source, consumer_group, topic, tag, msg_key, reason, detail, body)
            VALUES ('CONSUMER', #{group}, #{message.topic}, #{message.tag}, #{message.key}, #{reason}, #{detail},
                    #{message.body})
            ON DUPLICATE KEY UPDATE reason = VALUES(reason), detail = VALUES(detail), body = VALUES(body), status = 0
            """)
    int bury(
            @Param("group") String group,
            @Param("message") ReceivedMessage message,
            @Param("reason") String reason,
            @Param("detail") String detail);
}
