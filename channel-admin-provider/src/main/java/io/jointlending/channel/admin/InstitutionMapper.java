package io.jointlending.channel.admin;

import io.jointlending.api.channel.InstitutionView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface InstitutionMapper {
    @Select(
            """
            SELECT institution_code, name, kind, status, version
            FROM institution
            WHERE institution_code = #{code}""")
    @Nullable
    InstitutionView find(@Param("code") String code);

    /** At most the 16 institutions of one scheme. */
    @Select(
            """
            <script>
            SELECT institution_code, name, kind, status, version
            FROM institution
            WHERE institution_code IN <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
            LIMIT 16
            </script>""")
    List<InstitutionView> findAll(@Param("codes") List<String> codes);

    @Select(
            """
            SELECT institution_code, name, kind, status, version
            FROM institution
            ORDER BY institution_code
            LIMIT #{limit}""")
    List<InstitutionView> list(@Param("limit") int limit);

    @Insert(
            """
            INSERT INTO institution (institution_code, name, kind, status)
            VALUES (#{institutionCode}, #{name}, #{kind}, #{status})""")
    int insert(InstitutionView institution);

    @Select("SELECT version FROM institution WHERE institution_code = #{code} FOR UPDATE")
    @Nullable
    Long lock(@Param("code") String code);

    @Update(
            """
            UPDATE institution SET status = #{status}, version = version + 1
            WHERE institution_code = #{before.institutionCode} AND status = #{before.status} AND version = #{before.version}""")
    int changeStatus(@Param("before") InstitutionView before, @Param("status") String status);
}
