package io.jointlending.fund.notice.persistence;

import io.jointlending.fund.notice.domain.Notice;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface NoticeMapper {
    @Insert(
            """
            INSERT INTO repayment_notice (order_no, sequence_no, shard_key, repayment_no, event_kind, settled_something,
                                          value_date, status, next_at, attempts, traceparent)
            VALUES (#{orderNo}, #{sequence}, #{shardKey}, #{repaymentNo}, #{kind}, #{settledSomething}, #{valueDate},
                    'PENDING', UTC_TIMESTAMP(3), 0, #{traceparent})
            ON DUPLICATE KEY UPDATE order_no = VALUES(order_no)""")
    int insert(Notice notice);

    @Select(
            """
            SELECT order_no, sequence_no, shard_key, repayment_no, event_kind, settled_something, value_date, attempts,
                   traceparent
            FROM repayment_notice
            WHERE status = 'PENDING' AND next_at <= UTC_TIMESTAMP(3)
            ORDER BY next_at
            LIMIT #{limit}
            FOR UPDATE SKIP LOCKED""")
    List<NoticeRow> lockDue(@Param("limit") int limit);

    @Update(
            """
            <script>
            UPDATE repayment_notice
            SET next_at = UTC_TIMESTAMP(3) + INTERVAL #{leaseMicros} MICROSECOND, attempts = LEAST(attempts + 1, 30000)
            WHERE status = 'PENDING' AND (order_no, sequence_no) IN
            <foreach collection="rows" item="row" open="(" separator="," close=")">(#{row.orderNo}, #{row.sequenceNo})</foreach>
            </script>""")
    int claim(@Param("rows") List<NoticeRow> locked, @Param("leaseMicros") long leaseMicros);

    @Update(
            """
            UPDATE repayment_notice
            SET status = 'DONE', tasks = #{tasks}, reason = NULL
            WHERE order_no = #{orderNo} AND sequence_no = #{sequence} AND status = 'PENDING'""")
    int done(@Param("orderNo") String orderNo, @Param("sequence") long sequence, @Param("tasks") int tasks);

    @Update(
            """
            UPDATE repayment_notice
            SET next_at = UTC_TIMESTAMP(3) + INTERVAL #{waitMicros} MICROSECOND, reason = #{why}
            WHERE order_no = #{orderNo} AND sequence_no = #{sequence} AND status = 'PENDING'""")
    int putBack(
            @Param("orderNo") String orderNo,
            @Param("sequence") long sequence,
            @Param("waitMicros") long waitMicros,
            @Param("why") String why);
}
