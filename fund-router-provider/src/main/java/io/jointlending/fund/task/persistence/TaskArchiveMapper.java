package io.jointlending.fund.task.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Tasks that were moved to the archive tables; nothing in them changes. */
interface TaskArchiveMapper {
    String COLUMNS =
            """
            id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow, flow_version, status, step, phase,
            req_no, scope, last_seq, sent_seq, touched, (timer_at <= UTC_TIMESTAMP(3)) AS timer_due,
            TIMESTAMPDIFF(MICROSECOND, created_at, UTC_TIMESTAMP(3)) AS age_micros, priority, biz_date, version, reason,
            traceparent
            FROM fund_task_archive
            """;

    @Select("SELECT " + COLUMNS + "WHERE id = #{id}")
    @Nullable
    FundTaskRow find(@Param("id") long id);

    @Select("SELECT " + COLUMNS + "WHERE order_no = #{orderNo} ORDER BY id DESC LIMIT 100")
    List<FundTaskRow> ofOrder(@Param("orderNo") String orderNo);

    @Select("SELECT " + COLUMNS + "WHERE channel = #{channel} AND biz_no = #{bizNo} ORDER BY id DESC LIMIT 100")
    List<FundTaskRow> ofBusiness(@Param("channel") String channel, @Param("bizNo") String bizNo);

    @Select(
            """
            SELECT task_id, seq, step, flow_version, kind, state, req_no, category, http_status, elapsed_ms,
                   request_masked, request_hash, reply_hash, event
            FROM fund_step_log_archive
            WHERE task_id = #{taskId}
            ORDER BY seq
            LIMIT 5000""")
    List<StepLogRow> log(@Param("taskId") long taskId);
}
