package io.jointlending.fund.task.persistence;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface FundTaskMapper {
    String COLUMNS =
            """
            id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow, flow_version, status, step, phase,
            req_no, scope, last_seq, sent_seq, touched, (timer_at <= UTC_TIMESTAMP(3)) AS timer_due,
            TIMESTAMPDIFF(MICROSECOND, created_at, UTC_TIMESTAMP(3)) AS age_micros, priority, biz_date, version, reason,
            traceparent
            FROM fund_task
            """;

    @Insert(
            """
            INSERT INTO fund_task (id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow, flow_version,
                                   status, step, phase, step_since, req_no, scope, last_seq, touched, next_run_at, timer_at,
                                   expire_at, biz_date, priority, version, traceparent)
            VALUES (#{row.id}, #{row.taskNo}, #{row.channel}, #{row.behaviour}, #{row.bizNo}, #{row.attempt},
                    #{row.orderNo}, #{row.shardKey}, #{row.flow}, #{row.flowVersion}, #{row.status}, #{row.step},
                    #{row.phase}, UTC_TIMESTAMP(3), #{row.reqNo}, #{row.scope}, #{row.lastSeq}, #{row.touched},
                    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL #{untilMicros} MICROSECOND,
                    #{row.bizDate,jdbcType=DATE}, #{row.priority}, #{row.version}, #{row.traceparent})""")
    int insert(@Param("row") FundTaskRow row, @Param("untilMicros") long untilMicros);

    @Select("SELECT " + COLUMNS + "WHERE id = #{id}")
    @Nullable
    FundTaskRow find(@Param("id") long id);

    @Select("SELECT " + COLUMNS + "WHERE id = #{id} FOR UPDATE")
    @Nullable
    FundTaskRow lock(@Param("id") long id);

    @Select("SELECT " + COLUMNS
            + "WHERE channel = #{channel} AND biz_no = #{bizNo} AND behaviour = #{behaviour} AND attempt = #{attempt}")
    @Nullable
    FundTaskRow findByKey(
            @Param("channel") String channel,
            @Param("behaviour") String behaviour,
            @Param("bizNo") String bizNo,
            @Param("attempt") int attempt);

    @Select("SELECT " + COLUMNS + "WHERE order_no = #{orderNo} ORDER BY id DESC LIMIT 100")
    List<FundTaskRow> ofOrder(@Param("orderNo") String orderNo);

    @Select("SELECT " + COLUMNS + "WHERE channel = #{channel} AND biz_no = #{bizNo} ORDER BY id DESC LIMIT 100")
    List<FundTaskRow> ofBusiness(@Param("channel") String channel, @Param("bizNo") String bizNo);

    @Select(
            "SELECT "
                    + COLUMNS
                    + """
            WHERE status = 1 AND channel = #{channel} AND priority = #{priority} AND next_run_at <= UTC_TIMESTAMP(3)
            ORDER BY next_run_at
            LIMIT #{limit}
            FOR UPDATE SKIP LOCKED""")
    List<FundTaskRow> lockDue(
            @Param("channel") String channel, @Param("priority") int priority, @Param("limit") int limit);

    /** A row for each channel and priority with something due: each EXISTS reads one row of the index. */
    @Select(
            """
            <script>
            <foreach collection='channels' item='channel' separator=' UNION ALL '>
            SELECT #{channel} AS channel, 1 AS priority
            FROM DUAL
            WHERE EXISTS (SELECT 1 FROM fund_task
                          WHERE status = 1 AND channel = #{channel} AND priority = 1 AND next_run_at &lt;= UTC_TIMESTAMP(3))
            UNION ALL
            SELECT #{channel} AS channel, 5 AS priority
            FROM DUAL
            WHERE EXISTS (SELECT 1 FROM fund_task
                          WHERE status = 1 AND channel = #{channel} AND priority = 5 AND next_run_at &lt;= UTC_TIMESTAMP(3))
            </foreach>
            </script>""")
    List<DueRow> due(@Param("channels") Collection<String> channels);

    @Update(
            """
            <script>
            UPDATE fund_task
            SET status = 2, lease_owner = #{owner}, lease_until = UTC_TIMESTAMP(3) + INTERVAL #{leaseMicros} MICROSECOND,
                wake = 0, version = version + 1
            WHERE id IN <foreach collection='ids' item='id' open='(' separator=', ' close=')'>#{id}</foreach>
            LIMIT 500
            </script>""")
    int claim(@Param("ids") List<Long> ids, @Param("leaseMicros") long leaseMicros, @Param("owner") String owner);

    @Select(
            """
            SELECT id
            FROM fund_task
            WHERE status = 2 AND lease_until < UTC_TIMESTAMP(3)
            ORDER BY lease_until
            LIMIT #{limit}
            FOR UPDATE SKIP LOCKED""")
    List<Long> lockLost(@Param("limit") int limit);

    @Update(
            """
            <script>
            UPDATE fund_task
            SET status = 1, next_run_at = UTC_TIMESTAMP(3), version = version + 1
            WHERE id IN <foreach collection='ids' item='id' open='(' separator=', ' close=')'>#{id}</foreach>
            LIMIT 500
            </script>""")
    int makeDue(@Param("ids") List<Long> ids);

    /** A callback that came while it was running makes an awaiting task due at once: the row lock orders the two. */
    @Update(
            """
            UPDATE fund_task
            SET next_run_at = IF(wake = 1 AND #{phase} = 'AWAITING', UTC_TIMESTAMP(3),
                                 UTC_TIMESTAMP(3) + INTERVAL #{waitMicros} MICROSECOND),
                timer_at = UTC_TIMESTAMP(3) + INTERVAL #{waitMicros} MICROSECOND,
                wake = IF(#{status} = 2, wake, 0), status = #{status}, flow_version = #{flowVersion},
                step_since = IF(#{newStep}, UTC_TIMESTAMP(3), step_since), step = #{step}, phase = #{phase},
                req_no = #{reqNo}, scope = #{scope}, last_seq = #{lastSeq}, sent_seq = #{sentSeq,jdbcType=INTEGER},
                touched = #{touched}, expire_at = created_at + INTERVAL #{untilMicros} MICROSECOND,
                lease_until = UTC_TIMESTAMP(3) + INTERVAL #{leaseMicros} MICROSECOND, version = version + 1,
                reason = #{reason}
            WHERE id = #{id} AND version = #{fromVersion} AND status = #{fromStatus}""")
    int move(MoveRow row);

    @Update(
            """
            UPDATE fund_task
            SET status = 1, version = version + 1,
                next_run_at = IF(wake = 1, UTC_TIMESTAMP(3),
                                 GREATEST(timer_at, UTC_TIMESTAMP(3) + INTERVAL #{waitMicros} MICROSECOND)),
                wake = 0
            WHERE id = #{id} AND version = #{version} AND status = 2""")
    int putBack(@Param("id") long id, @Param("version") long version, @Param("waitMicros") long waitMicros);

    @Update(
            "UPDATE fund_task SET next_run_at = UTC_TIMESTAMP(3) WHERE id = #{id} AND status = 1 AND phase = 'AWAITING'")
    int makeAwaitingDue(@Param("id") long id);

    @Update(
            """
            UPDATE fund_task
            SET wake = 1, next_run_at = IF(status = 1 AND phase = 'AWAITING', UTC_TIMESTAMP(3), next_run_at)
            WHERE channel = #{channel} AND biz_no = #{bizNo} AND status IN (1, 2)
            LIMIT 100""")
    int wake(@Param("channel") String channel, @Param("bizNo") String bizNo);

    @Insert(
            """
            INSERT INTO fund_step_log (task_id, seq, step, flow_version, kind, state, req_no, category, http_status,
                                       elapsed_ms, request_masked, request_hash, reply_hash, event, started_at, ended_at)
            VALUES (#{taskId}, #{seq}, #{step}, #{flowVersion}, #{kind}, #{state}, #{reqNo}, #{category},
                    #{httpStatus,jdbcType=INTEGER}, #{elapsedMs,jdbcType=INTEGER}, #{requestMasked}, #{requestHash},
                    #{replyHash}, #{event}, UTC_TIMESTAMP(3), IF(#{state} = 'S', NULL, UTC_TIMESTAMP(3)))""")
    int insertStep(StepLogRow row);

    @Update(
            """
            UPDATE fund_step_log
            SET state = #{state}, category = #{category}, http_status = #{httpStatus,jdbcType=INTEGER},
                elapsed_ms = #{elapsedMs,jdbcType=INTEGER}, request_hash = COALESCE(#{requestHash}, request_hash),
                reply_hash = #{replyHash}, event = #{event}, ended_at = UTC_TIMESTAMP(3)
            WHERE task_id = #{taskId} AND seq = #{seq} AND state = 'S'""")
    int finishStep(StepLogRow row);

    @Select(
            """
            SELECT task_id, seq, step, flow_version, kind, state, req_no, category, http_status, elapsed_ms,
                   request_masked, request_hash, reply_hash, event
            FROM fund_step_log
            WHERE task_id = #{taskId}
            ORDER BY seq
            LIMIT 5000""")
    List<StepLogRow> log(@Param("taskId") long taskId);

    @Select(
            "SELECT "
                    + COLUMNS
                    + """
            WHERE status IN (7, 8, 9) AND channel = #{channel} AND flow = #{flow} AND flow_version = #{version}
            ORDER BY id DESC
            LIMIT #{limit}""")
    List<FundTaskRow> ended(
            @Param("channel") String channel,
            @Param("flow") String flow,
            @Param("version") int version,
            @Param("limit") int limit);
}
