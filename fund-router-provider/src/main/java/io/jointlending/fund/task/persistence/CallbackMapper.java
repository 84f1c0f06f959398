package io.jointlending.fund.task.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface CallbackMapper {
    @Insert(
            """
            INSERT INTO fund_callback (channel, event_name, dedup_id, biz_no, body, body_hash, status)
            VALUES (#{channel}, #{event}, #{dedupId}, #{bizNo}, #{body}, #{bodyHash}, 'PENDING')""")
    int insert(
            @Param("channel") String channel,
            @Param("event") String event,
            @Param("dedupId") String dedupId,
            @Param("bizNo") String bizNo,
            @Param("body") String body,
            @Param("bodyHash") String bodyHash);

    @Select(
            """
            SELECT body_hash
            FROM fund_callback
            WHERE channel = #{channel} AND event_name = #{event} AND dedup_id = #{dedupId}""")
    @Nullable
    String bodyHash(@Param("channel") String channel, @Param("event") String event, @Param("dedupId") String dedupId);

    @Select(
            """
            SELECT id, channel, event_name, dedup_id, biz_no, body
            FROM fund_callback
            WHERE channel = #{channel} AND biz_no = #{bizNo} AND status = 'PENDING'
            ORDER BY id
            LIMIT #{limit}""")
    List<CallbackRow> pending(
            @Param("channel") String channel, @Param("bizNo") String bizNo, @Param("limit") int limit);

    @Update(
            """
            UPDATE fund_callback
            SET status = #{status}, task_id = #{taskId,jdbcType=BIGINT}, reason = #{reason},
                applied_at = IF(#{status} = 'APPLIED', UTC_TIMESTAMP(3), NULL)
            WHERE id = #{id} AND status = 'PENDING'""")
    int settle(
            @Param("id") long id,
            @Param("status") String status,
            @Param("taskId") @Nullable Long taskId,
            @Param("reason") @Nullable String reason);

    @Select(
            """
            SELECT COUNT(*)
            FROM (SELECT c.id
                  FROM fund_callback c
                  WHERE c.status = 'PENDING' AND c.created_at < UTC_TIMESTAMP(3) - INTERVAL #{ageMicros} MICROSECOND
                    AND NOT EXISTS (SELECT t.id FROM fund_task t WHERE t.channel = c.channel AND t.biz_no = c.biz_no)
                  LIMIT #{limit}) lonely""")
    int orphans(@Param("ageMicros") long ageMicros, @Param("limit") int limit);
}
