package io.jointlending.support.idempotency;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface CommandMapper {
    /** Waits for another transaction with the same key, but not longer than two seconds. */
    @Options(timeout = 2)
    @Insert(
            """
            INSERT INTO idempotent_command (caller, operation, request_no, body_hash)
            VALUES (#{key.caller}, #{key.operation}, #{key.requestNo}, #{bodyHash})
            """)
    int insert(@Param("key") CommandKey key, @Param("bodyHash") String bodyHash);

    @Select(
            """
            SELECT body_hash, answer FROM idempotent_command
             WHERE caller = #{caller} AND operation = #{operation} AND request_no = #{requestNo}
            """)
    @Nullable
    CommandRow find(CommandKey key);

    @Update(
            """
            UPDATE idempotent_command SET answer = #{answer}
             WHERE caller = #{key.caller} AND operation = #{key.operation} AND request_no = #{key.requestNo}
               AND answer IS NULL
            """)
    int answer(@Param("key") CommandKey key, @Param("answer") String answer);
}
