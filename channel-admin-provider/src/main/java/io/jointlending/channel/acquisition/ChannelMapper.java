package io.jointlending.channel.acquisition;

import io.jointlending.api.channel.ChannelView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ChannelMapper {
    @Select(
            """
            SELECT channel_code, name, kind, status, applicant, reviewer, review_note, version
            FROM acquisition_channel
            WHERE channel_code = #{code}""")
    @Nullable
    ChannelView find(@Param("code") String code);

    @Select("SELECT version FROM acquisition_channel WHERE channel_code = #{code} FOR UPDATE")
    @Nullable
    Long lock(@Param("code") String code);

    @Select(
            """
            <script>
            SELECT channel_code FROM acquisition_channel
             WHERE channel_code IN <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
            </script>""")
    List<String> known(@Param("codes") List<String> codes);

    @Select(
            """
            <script>
            SELECT channel_code, name, kind, status, applicant, reviewer, review_note, version
            FROM acquisition_channel
            <where>
              <if test='status != null'>AND status = #{status}</if>
              <if test='afterCode != null'>AND channel_code &gt; #{afterCode}</if>
            </where>
            ORDER BY channel_code
            LIMIT #{limit}
            </script>""")
    List<ChannelView> list(
            @Param("status") @Nullable String status,
            @Param("afterCode") @Nullable String afterCode,
            @Param("limit") int limit);

    @Insert(
            """
            INSERT INTO acquisition_channel (channel_code, name, kind, status, applicant, version)
            VALUES (#{channelCode}, #{name}, #{kind}, #{status}, #{applicant}, #{version})""")
    int insert(ChannelView channel);

    @Update(
            """
            UPDATE acquisition_channel
            SET status = #{after.status}, reviewer = #{after.reviewer,jdbcType=VARCHAR},
                review_note = #{after.reviewNote,jdbcType=VARCHAR}, version = #{after.version}
            WHERE channel_code = #{after.channelCode} AND status = #{from} AND version = #{after.version} - 1""")
    int move(@Param("from") String from, @Param("after") ChannelView after);
}
