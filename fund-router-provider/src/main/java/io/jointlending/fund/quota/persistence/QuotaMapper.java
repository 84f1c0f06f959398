package io.jointlending.fund.quota.persistence;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface QuotaMapper {
    @Select(
            """
            <script>
            SELECT institution_code, dimension, period_key, limit_fen, reserved_fen, used_fen, alarm_bp
            FROM fund_quota
            WHERE institution_code IN <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
              AND dimension IN ('BALANCE', 'DAY', 'TOTAL') AND period_key IN ('-', #{day})
            LIMIT 300
            </script>""")
    List<QuotaRow> find(@Param("codes") Collection<String> codes, @Param("day") String day);

    @Select(
            """
            SELECT institution_code, dimension, period_key, limit_fen, reserved_fen, used_fen, alarm_bp
            FROM fund_quota
            WHERE institution_code > #{after} AND period_key IN ('-', #{day})
            ORDER BY institution_code, dimension
            LIMIT #{limit}""")
    List<QuotaRow> page(@Param("day") String day, @Param("after") String after, @Param("limit") int limit);

    /** MySQL assigns from left to right: the version is compared before it is set. */
    @Insert(
            """
            INSERT INTO fund_quota (institution_code, dimension, period_key, limit_fen, alarm_bp, config_version)
            VALUES (#{row.institutionCode}, #{row.dimension}, #{row.periodKey}, #{row.limitFen}, #{row.alarmBp}, #{version})
            ON DUPLICATE KEY UPDATE
              limit_fen = IF(VALUES(config_version) >= config_version, VALUES(limit_fen), limit_fen),
              alarm_bp = IF(VALUES(config_version) >= config_version, VALUES(alarm_bp), alarm_bp),
              config_version = GREATEST(VALUES(config_version), config_version)""")
    int keep(@Param("row") QuotaRow row, @Param("version") long version);

    @Update(
            """
            UPDATE fund_quota
            SET reserved_fen = reserved_fen + #{amount}
            WHERE institution_code = #{institution} AND dimension = #{dimension} AND period_key = #{period}
              AND limit_fen - reserved_fen - used_fen >= #{amount}""")
    int reserve(
            @Param("institution") String institution,
            @Param("dimension") String dimension,
            @Param("period") String period,
            @Param("amount") long amount);

    @Select(
            """
            SELECT COUNT(*)
            FROM fund_quota
            WHERE institution_code = #{institution} AND dimension = #{dimension} AND period_key = #{period}""")
    int count(
            @Param("institution") String institution,
            @Param("dimension") String dimension,
            @Param("period") String period);

    /** Moves amounts between the columns; a CHECK refuses what would fall below 0. */
    @Update(
            """
            UPDATE fund_quota
            SET reserved_fen = reserved_fen + #{reserved}, used_fen = used_fen + #{used}
            WHERE institution_code = #{institution} AND dimension = #{dimension} AND period_key = #{period}""")
    int move(
            @Param("institution") String institution,
            @Param("dimension") String dimension,
            @Param("period") String period,
            @Param("reserved") long reserved,
            @Param("used") long used);

    @Insert(
            """
            <script>
            INSERT INTO fund_quota_entry (order_no, attempt, institution_code, shard_key, period_key, dimensions, amount_fen,
                                          status)
            VALUES <foreach collection='entries' item='entry' separator=', '>
              (#{entry.orderNo}, #{entry.attempt}, #{entry.institutionCode}, #{entry.shardKey}, #{entry.periodKey},
               #{entry.dimensions}, #{entry.amountFen}, #{entry.status})</foreach>
            </script>""")
    int insertEntries(@Param("entries") List<EntryRow> entries);

    @Select(
            """
            SELECT order_no, attempt, institution_code, shard_key, period_key, dimensions, amount_fen, status
            FROM fund_quota_entry
            WHERE order_no = #{orderNo} AND status = #{status}
            ORDER BY institution_code, attempt
            LIMIT 256""")
    List<EntryRow> entries(@Param("orderNo") String orderNo, @Param("status") String status);

    @Select(
            """
            SELECT order_no, attempt, institution_code, shard_key, period_key, dimensions, amount_fen, status
            FROM fund_quota_entry
            WHERE order_no = #{orderNo} AND attempt = #{attempt} AND institution_code = #{institution}""")
    @Nullable
    EntryRow entry(
            @Param("orderNo") String orderNo, @Param("attempt") int attempt, @Param("institution") String institution);

    /** The condition makes a change of state happen once, whoever tries. */
    @Update(
            """
            UPDATE fund_quota_entry
            SET status = #{to}
            WHERE order_no = #{entry.orderNo} AND attempt = #{entry.attempt}
              AND institution_code = #{entry.institutionCode} AND status = #{entry.status}""")
    int moveEntry(@Param("entry") EntryRow entry, @Param("to") String to);
}
