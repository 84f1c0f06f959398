package io.jointlending.channel.iam;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface UserMapper {
    @Select(
            """
            SELECT login_name, display_name, user_kind, status, password_hash, password_salt, password_rounds,
                   must_change = 1 AS must_change, COALESCE(password_until < NOW(3), FALSE) AS password_expired, version
              FROM iam_user WHERE login_name = #{loginName}""")
    @Nullable
    UserRow find(@Param("loginName") String loginName);

    @Select("SELECT login_name FROM iam_user WHERE login_name = #{loginName} FOR UPDATE")
    @Nullable
    String lock(@Param("loginName") String loginName);

    @Select(
            """
            SELECT login_name, display_name, user_kind, status, password_hash, password_salt, password_rounds,
                   must_change = 1 AS must_change, COALESCE(password_until < NOW(3), FALSE) AS password_expired, version
              FROM iam_user ORDER BY login_name LIMIT #{offset}, #{limit}""")
    List<UserRow> page(@Param("offset") long offset, @Param("limit") int limit);

    @Select("SELECT COUNT(*) FROM iam_user")
    long count();

    @Select(
            """
            SELECT DISTINCT p.permission_code
              FROM iam_user_role u JOIN iam_role_permission p ON p.role_code = u.role_code AND p.granted = 1
             WHERE u.login_name = #{loginName} AND u.granted = 1
             ORDER BY p.permission_code""")
    List<String> permissions(@Param("loginName") String loginName);

    /** Roles and channels of these users, however many, in one question. */
    @Select(
            """
            <script>
            SELECT login_name, 'ROLE' AS kind, role_code AS code FROM iam_user_role
             WHERE granted = 1 AND login_name IN
             <foreach collection='names' item='name' open='(' separator=', ' close=')'>#{name}</foreach>
            UNION ALL
            SELECT login_name, 'CHANNEL', channel_code FROM iam_user_channel
             WHERE granted = 1 AND login_name IN
             <foreach collection='names' item='name' open='(' separator=', ' close=')'>#{name}</foreach>
            ORDER BY login_name, kind, code
            </script>""")
    List<UserGrantRow> grants(@Param("names") List<String> loginNames);

    @Select(
            "SELECT channel_code FROM iam_user_channel WHERE login_name = #{loginName} AND granted = 1 ORDER BY channel_code")
    List<String> channels(@Param("loginName") String loginName);

    @Insert(
            """
            INSERT INTO iam_user (login_name, display_name, user_kind, status, password_hash, password_salt, password_rounds,
                                  must_change, password_until)
            VALUES (#{loginName}, #{displayName}, #{userKind}, 'ENABLED', #{password.hash}, #{password.salt},
                    #{password.rounds}, 1, NOW(3) + INTERVAL 1 DAY)""")
    int insert(
            @Param("loginName") String loginName,
            @Param("displayName") String displayName,
            @Param("userKind") String userKind,
            @Param("password") Passwords.Stored password);

    @Update(
            """
            UPDATE iam_user SET password_hash = #{password.hash}, password_salt = #{password.salt},
                   password_rounds = #{password.rounds}, must_change = 0, password_until = NULL
             WHERE login_name = #{loginName} AND password_hash = #{seenHash}""")
    int choosePassword(
            @Param("loginName") String loginName,
            @Param("seenHash") String seenHash,
            @Param("password") Passwords.Stored password);

    @Update(
            """
            UPDATE iam_user SET password_hash = #{password.hash}, password_salt = #{password.salt},
                   password_rounds = #{password.rounds}
             WHERE login_name = #{loginName} AND password_hash = #{seenHash}""")
    int rehash(
            @Param("loginName") String loginName,
            @Param("seenHash") String seenHash,
            @Param("password") Passwords.Stored password);

    @Update(
            """
            UPDATE iam_user SET password_hash = #{password.hash}, password_salt = #{password.salt},
                   password_rounds = #{password.rounds}, must_change = 1, password_until = NOW(3) + INTERVAL 1 DAY,
                   version = version + 1
             WHERE login_name = #{loginName}""")
    int resetPassword(@Param("loginName") String loginName, @Param("password") Passwords.Stored password);

    @Update("UPDATE iam_user SET status = #{status}, version = version + 1 WHERE login_name = #{loginName}")
    int change(@Param("loginName") String loginName, @Param("status") String status);

    @Update("UPDATE iam_user_role SET granted = 0 WHERE login_name = #{loginName} AND granted = 1")
    int clearRoles(@Param("loginName") String loginName);

    @Insert(
            """
            INSERT INTO iam_user_role (login_name, role_code) VALUES (#{loginName}, #{roleCode})
            ON DUPLICATE KEY UPDATE granted = 1""")
    int grantRole(@Param("loginName") String loginName, @Param("roleCode") String roleCode);

    @Update("UPDATE iam_user_channel SET granted = 0 WHERE login_name = #{loginName} AND granted = 1")
    int clearChannels(@Param("loginName") String loginName);

    @Insert(
            """
            INSERT INTO iam_user_channel (login_name, channel_code) VALUES (#{loginName}, #{channelCode})
            ON DUPLICATE KEY UPDATE granted = 1""")
    int grantChannel(@Param("loginName") String loginName, @Param("channelCode") String channelCode);

    /** Users who can approve changes of users: with fewer than two of them nobody can be added. */
    @Select(
            """
            SELECT COUNT(DISTINCT u.login_name) FROM iam_user u JOIN iam_user_role r ON r.login_name = u.login_name
             WHERE u.status = 'ENABLED' AND r.granted = 1 AND r.role_code = #{roleCode}""")
    long countWithRole(@Param("roleCode") String roleCode);
}
