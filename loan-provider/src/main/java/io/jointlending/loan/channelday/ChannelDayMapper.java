package io.jointlending.loan.channelday;

import io.jointlending.api.loan.ChannelDayView;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface ChannelDayMapper {
    /** An order number begins with its day, so a day is a range of the primary key; live and archived orders in one statement. */
    @Select(
            """
            SELECT COALESCE(o.channel_code, '(none)') AS channel_code,
                   COUNT(*) AS submitted_count,
                   CAST(SUM(o.amount_fen) AS SIGNED) AS submitted_fen,
                   CAST(SUM(o.status IN (40, 80, 90)) AS SIGNED) AS lent_count,
                   CAST(SUM(IF(o.status IN (40, 80, 90), o.amount_fen, 0)) AS SIGNED) AS lent_fen,
                   CAST(SUM(o.status IN (50, 60)) AS SIGNED) AS failed_count
            FROM (SELECT channel_code, amount_fen, status FROM loan_order
                  WHERE order_no >= #{from} AND order_no < #{to}
                  UNION ALL
                  SELECT channel_code, amount_fen, status FROM loan_order_archive
                  WHERE order_no >= #{from} AND order_no < #{to}) o
            GROUP BY o.channel_code
            LIMIT 10000""")
    List<ChannelDayRow> count(@Param("from") String from, @Param("to") String to);

    @Insert(
            """
            <script>
            INSERT INTO channel_day (business_date, channel_code, submitted_count, submitted_fen, lent_count, lent_fen, failed_count,
              counted_at)
            VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{date}, #{r.channelCode}, #{r.submittedCount}, #{r.submittedFen}, #{r.lentCount}, #{r.lentFen}, #{r.failedCount}, NOW(3))
            </foreach>
            ON DUPLICATE KEY UPDATE submitted_count = VALUES(submitted_count), submitted_fen = VALUES(submitted_fen),
              lent_count = VALUES(lent_count), lent_fen = VALUES(lent_fen), failed_count = VALUES(failed_count),
              counted_at = VALUES(counted_at)
            </script>""")
    int put(@Param("date") LocalDate date, @Param("rows") List<ChannelDayRow> rows);

    @Select(
            """
            SELECT business_date, channel_code, submitted_count, submitted_fen, lent_count, lent_fen, failed_count
            FROM channel_day
            WHERE channel_code = #{channelCode} AND business_date BETWEEN #{from} AND #{to}
            ORDER BY business_date
            LIMIT 400""")
    List<ChannelDayView> ofChannel(
            @Param("channelCode") String channelCode, @Param("from") LocalDate from, @Param("to") LocalDate to);

    @Select(
            """
            SELECT business_date, channel_code, submitted_count, submitted_fen, lent_count, lent_fen, failed_count
            FROM channel_day
            WHERE business_date = #{date}
            ORDER BY channel_code
            LIMIT 1000""")
    List<ChannelDayView> ofDay(@Param("date") LocalDate date);
}
