package io.jointlending.channel.admin;

import io.jointlending.api.channel.ShareView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface SchemeMapper {
    @Select("""
            SELECT name
            FROM ratio_scheme
            WHERE scheme_code = #{code}""")
    @Nullable
    String findName(@Param("code") String code);

    @Select(
            """
            SELECT seat, institution_code, kind, share_bp, is_lead AS lead, own_annual_rate
            FROM ratio_share
            WHERE scheme_code = #{code}
            ORDER BY seat
            LIMIT 16""")
    List<ShareView> findShares(@Param("code") String code);

    @Select(
            """
            SELECT scheme_code, name
            FROM ratio_scheme
            ORDER BY scheme_code
            LIMIT #{limit}""")
    List<SchemeNameRow> list(@Param("limit") int limit);

    /** The shares of the first schemes by code. */
    @Select(
            """
            SELECT scheme_code, seat, institution_code, kind, share_bp, is_lead AS lead, own_annual_rate
            FROM ratio_share
            ORDER BY scheme_code, seat
            LIMIT #{limit}""")
    List<SchemeShareRow> listShares(@Param("limit") int limit);

    @Insert("""
            INSERT INTO ratio_scheme (scheme_code, name)
            VALUES (#{code}, #{name})""")
    int insert(@Param("code") String code, @Param("name") String name);

    @Insert(
            """
            INSERT INTO ratio_share (scheme_code, seat, institution_code, kind, share_bp, is_lead,
                                     own_annual_rate)
            VALUES (#{code}, #{share.seat}, #{share.institutionCode}, #{share.kind}, #{share.shareBp}, #{share.lead},
                    #{share.ownAnnualRate,jdbcType=DECIMAL})""")
    int insertShare(@Param("code") String code, @Param("share") ShareView share);

    /** How many of the codes exist. */
    @Select(
            """
            <script>
            SELECT COUNT(*)
            FROM ratio_scheme
            WHERE scheme_code IN <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
            </script>""")
    int countExisting(@Param("codes") List<String> codes);
}
