package io.jointlending.channel.iam;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface RoleMapper {
    @Select("SELECT role_code, name, version FROM iam_role WHERE role_code = #{roleCode} FOR UPDATE")
    @Nullable
    RoleRow lock(@Param("roleCode") String roleCode);

    @Select("SELECT role_code, name, version FROM iam_role ORDER BY role_code LIMIT #{offset}, #{limit}")
    List<RoleRow> page(@Param("offset") long offset, @Param("limit") int limit);

    @Select("SELECT COUNT(*) FROM iam_role")
    long count();

    /** Permissions of these roles, in one question. */
    @Select(
            """
            <script>
            SELECT role_code, permission_code FROM iam_role_permission
             WHERE granted = 1 AND role_code IN
             <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
             ORDER BY role_code, permission_code
            </script>""")
    List<RolePermissionRow> permissions(@Param("codes") List<String> roleCodes);

    @Select(
            """
            <script>
            SELECT COUNT(*) FROM iam_role
             WHERE role_code IN <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
            </script>""")
    long countRoles(@Param("codes") List<String> codes);

    @Select(
            """
            <script>
            SELECT COUNT(*) FROM iam_permission
             WHERE permission_code IN
             <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
            </script>""")
    long countPermissions(@Param("codes") List<String> codes);

    @Insert(
            """
            INSERT INTO iam_role (role_code, name) VALUES (#{roleCode}, #{name})
            ON DUPLICATE KEY UPDATE name = VALUES(name), version = version + 1""")
    int save(@Param("roleCode") String roleCode, @Param("name") String name);

    @Update("UPDATE iam_role_permission SET granted = 0 WHERE role_code = #{roleCode} AND granted = 1")
    int clear(@Param("roleCode") String roleCode);

    @Insert(
            """
            INSERT INTO iam_role_permission (role_code, permission_code) VALUES (#{roleCode}, #{permission})
            ON DUPLICATE KEY UPDATE granted = 1""")
    int grant(@Param("roleCode") String roleCode, @Param("permission") String permission);
}
