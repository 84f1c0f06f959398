package io.jointlending.channel.iam;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The clock is the database's. */
interface SessionMapper {
    @Insert(
            """
            INSERT INTO iam_session (token_hash, login_name, last_seen_at, expires_at)
            VALUES (#{tokenHash}, #{loginName}, NOW(3), NOW(3) + INTERVAL 12 HOUR)""")
    int insert(@Param("tokenHash") String tokenHash, @Param("loginName") String loginName);

    @Select("SELECT expires_at FROM iam_session WHERE token_hash = #{tokenHash}")
    @Nullable
    LocalDateTime expiresAt(@Param("tokenHash") String tokenHash);

    /** The user of a session that is alive. */
    @Select(
            """
            SELECT login_name FROM iam_session
             WHERE token_hash = #{tokenHash} AND revoked_at IS NULL AND expires_at > NOW(3)
               AND last_seen_at > NOW(3) - INTERVAL 30 MINUTE""")
    @Nullable
    String alive(@Param("tokenHash") String tokenHash);

    @Update(
            """
            UPDATE iam_session SET last_seen_at = NOW(3)
             WHERE token_hash = #{tokenHash} AND last_seen_at < NOW(3) - INTERVAL 1 MINUTE""")
    int touch(@Param("tokenHash") String tokenHash);

    @Update("UPDATE iam_session SET revoked_at = NOW(3) WHERE token_hash = #{tokenHash} AND revoked_at IS NULL")
    int revoke(@Param("tokenHash") String tokenHash);

    @Update("UPDATE iam_session SET revoked_at = NOW(3) WHERE login_name = #{loginName} AND revoked_at IS NULL")
    int revokeAll(@Param("loginName") String loginName);

    @Update(
            """
            UPDATE iam_session s JOIN iam_user_role r ON r.login_name = s.login_name AND r.role_code = #{roleCode}
               SET s.revoked_at = NOW(3)
             WHERE r.granted = 1 AND s.revoked_at IS NULL""")
    int revokeAllOfRole(@Param("roleCode") String roleCode);

    @Delete("DELETE FROM iam_session WHERE expires_at < NOW(3) - INTERVAL 1 DAY ORDER BY expires_at LIMIT #{limit}")
    int purge(@Param("limit") int limit);
}
