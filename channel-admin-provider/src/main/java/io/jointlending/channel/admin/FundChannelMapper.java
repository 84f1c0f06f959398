package io.jointlending.channel.admin;

import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.FundWindowView;
import io.jointlending.api.channel.QuotaLimitView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface FundChannelMapper {
    @Select(
            """
            SELECT version, status, open_hours, hosts
            FROM fund_channel
            WHERE institution_code = #{code}
            ORDER BY version DESC
            LIMIT 1""")
    @Nullable
    FundChannelRow newest(@Param("code") String code);

    @Select(
            """
            SELECT DISTINCT institution_code
            FROM fund_channel
            ORDER BY institution_code
            LIMIT #{limit}""")
    List<String> codes(@Param("limit") int limit);

    @Select(
            """
            SELECT dimension, limit_fen, alarm_bp
            FROM fund_channel_quota
            WHERE institution_code = #{code} AND version = #{version}
            ORDER BY dimension
            LIMIT 3""")
    List<QuotaLimitView> quotas(@Param("code") String code, @Param("version") long version);

    @Select(
            """
            SELECT closed_from, closed_to, reason
            FROM fund_channel_window
            WHERE institution_code = #{code} AND version = #{version}
            ORDER BY seat
            LIMIT 50""")
    List<FundWindowView> windows(@Param("code") String code, @Param("version") long version);

    @Insert(
            """
            INSERT INTO fund_channel (institution_code, version, status, open_hours, hosts)
            VALUES (#{channel.institutionCode}, #{channel.version}, #{channel.status}, #{openHours}, #{hosts})""")
    int insert(
            @Param("channel") FundChannelView channel,
            @Param("openHours") String openHours,
            @Param("hosts") String hosts);

    @Insert(
            """
            INSERT INTO fund_channel_quota (institution_code, version, dimension, limit_fen, alarm_bp)
            VALUES (#{code}, #{version}, #{quota.dimension}, #{quota.limitFen}, #{quota.alarmBp})""")
    int insertQuota(@Param("code") String code, @Param("version") long version, @Param("quota") QuotaLimitView quota);

    @Insert(
            """
            INSERT INTO fund_channel_window (institution_code, version, seat, closed_from, closed_to, reason)
            VALUES (#{code}, #{version}, #{seat}, #{window.closedFrom}, #{window.closedTo}, #{window.reason})""")
    int insertWindow(
            @Param("code") String code,
            @Param("version") long version,
            @Param("seat") int seat,
            @Param("window") FundWindowView window);
}
