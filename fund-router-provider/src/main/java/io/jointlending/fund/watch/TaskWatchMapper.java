package io.jointlending.fund.watch;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Questions about tasks, their logs and callbacks. Times are the database's; each uses an index, which a test asserts. */
interface TaskWatchMapper {
    @Select(
            """
            SELECT COUNT(*) AS found, TIMESTAMPDIFF(SECOND, MIN(step_since), UTC_TIMESTAMP(3)) AS oldest_seconds,
                   MIN(task_no) AS example
            FROM fund_task
            WHERE status IN (1, 2) AND channel = #{channel} AND step = #{step} AND flow = #{flow}
              AND step_since < UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND""")
    Waiting stuck(
            @Param("channel") String channel,
            @Param("flow") String flow,
            @Param("step") String step,
            @Param("seconds") long seconds);

    @Select(
            """
            SELECT COUNT(*) AS found, TIMESTAMPDIFF(SECOND, MIN(lease_until), UTC_TIMESTAMP(3)) AS oldest_seconds,
                   MIN(task_no) AS example
            FROM fund_task
            WHERE status = 2 AND lease_until < UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND""")
    Waiting lostLeases(@Param("seconds") long seconds);

    @Select(
            """
            SELECT COUNT(*) AS found, TIMESTAMPDIFF(SECOND, MIN(next_run_at), UTC_TIMESTAMP(3)) AS oldest_seconds,
                   MIN(task_no) AS example
            FROM fund_task
            WHERE status = 1 AND channel = #{channel} AND priority = #{priority}
              AND next_run_at < UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND""")
    Waiting overdue(@Param("channel") String channel, @Param("priority") int priority, @Param("seconds") long seconds);

    @Select(
            """
            SELECT COUNT(*) AS found, TIMESTAMPDIFF(SECOND, MIN(started_at), UTC_TIMESTAMP(3)) AS oldest_seconds,
                   CAST(MIN(task_id) AS CHAR) AS example
            FROM fund_step_log
            WHERE state = 'S' AND started_at < UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND""")
    Waiting openWriteAheads(@Param("seconds") long seconds);

    /** A page of the fundings that wait for institutions, after this one in the order of their next look. */
    @Select(
            """
            SELECT order_no, next_at
            FROM funding
            WHERE status = 30 AND next_at >= #{nextAt} AND (next_at > #{nextAt} OR order_no > #{orderNo})
            ORDER BY next_at, order_no
            LIMIT #{limit}""")
    List<UnderWay> underWay(
            @Param("nextAt") LocalDateTime nextAt, @Param("orderNo") String orderNo, @Param("limit") int limit);

    /** Those of these orders that still wait although all their tasks ended so long ago. */
    @Select(
            """
            <script>
            SELECT f.order_no
            FROM funding f
            WHERE f.status = 30 AND f.order_no IN
            <foreach collection='orders' item='order' open='(' separator=',' close=')'>#{order}</foreach>
              AND EXISTS (SELECT 1 FROM fund_task t WHERE t.order_no = f.order_no)
              AND NOT EXISTS (SELECT 1 FROM fund_task o
                              WHERE o.order_no = f.order_no
                                AND (o.status NOT IN (7, 8)
                                     OR o.step_since >= UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND))
            LIMIT 1000
            </script>""")
    List<String> endedButNotMoved(@Param("orders") List<String> orders, @Param("seconds") long seconds);

    /**
     * A funding that waits for institutions.
     *
     * @param orderNo its order
     * @param nextAt UTC, when it is looked at next
     */
    record UnderWay(String orderNo, LocalDateTime nextAt) {}

    @Select(
            """
            SELECT COUNT(*) AS found, TIMESTAMPDIFF(SECOND, MIN(created_at), UTC_TIMESTAMP(3)) AS oldest_seconds,
                   CAST(MIN(id) AS CHAR) AS example
            FROM fund_callback
            WHERE status = 'PENDING' AND created_at < UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND""")
    Waiting pendingCallbacks(@Param("seconds") long seconds);

    @Select(
            """
            SELECT COUNT(*) AS found, TIMESTAMPDIFF(SECOND, MIN(c.created_at), UTC_TIMESTAMP(3)) AS oldest_seconds,
                   CAST(MIN(c.id) AS CHAR) AS example
            FROM fund_callback c
            WHERE c.status = 'PENDING' AND c.created_at < UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND
              AND NOT EXISTS (SELECT 1 FROM fund_task t WHERE t.channel = c.channel AND t.biz_no = c.biz_no)""")
    Waiting orphanedCallbacks(@Param("seconds") long seconds);

    @Select(
            """
            SELECT COUNT(*) AS found, TIMESTAMPDIFF(SECOND, MIN(created_at), UTC_TIMESTAMP(3)) AS oldest_seconds,
                   CAST(MIN(id) AS CHAR) AS example
            FROM fund_callback
            WHERE status = 'CONTRADICTS' AND created_at > UTC_TIMESTAMP(3) - INTERVAL #{seconds} SECOND""")
    Waiting contradictingCallbacks(@Param("seconds") long seconds);

    /** Calls that were answered or lost in five minutes, so many days ago. */
    @Select(
            """
            SELECT t.channel, SUM(l.state = 'L') AS hits, COUNT(*) AS total
            FROM fund_step_log l
            JOIN fund_task t ON t.id = l.task_id
            WHERE l.state IN ('L', 'R')
              AND l.started_at BETWEEN UTC_TIMESTAMP(3) - INTERVAL #{days} DAY - INTERVAL 5 MINUTE
                                   AND UTC_TIMESTAMP(3) - INTERVAL #{days} DAY
            GROUP BY t.channel
            LIMIT 1000""")
    List<Share> lostCalls(@Param("days") int days);

    /**
     * Tasks that ended in five minutes, so many days ago, and how many of them with this status.
     *
     * @param touched 1 to leave out those of which nothing ever left: giving them up is no answer of the institution
     */
    @Select(
            """
            <script>
            SELECT #{channel} AS channel, COALESCE(SUM(status = #{status}), 0) AS hits, COUNT(*) AS total
            FROM fund_task
            WHERE status IN (7, 8, 9) AND channel = #{channel} AND touched >= #{touched}
              AND step IN <foreach collection='steps' item='step' open='(' separator=', ' close=')'>#{step}</foreach>
              AND step_since BETWEEN UTC_TIMESTAMP(3) - INTERVAL #{days} DAY - INTERVAL 5 MINUTE
                                 AND UTC_TIMESTAMP(3) - INTERVAL #{days} DAY
            </script>""")
    Share ended(
            @Param("channel") String channel,
            @Param("steps") List<String> steps,
            @Param("status") int status,
            @Param("touched") int touched,
            @Param("days") int days);

    /**
     * A part of a whole.
     *
     * @param channel of this channel
     * @param hits those that are counted
     * @param total all of them
     */
    record Share(String channel, long hits, long total) {}
}
