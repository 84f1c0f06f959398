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
}
