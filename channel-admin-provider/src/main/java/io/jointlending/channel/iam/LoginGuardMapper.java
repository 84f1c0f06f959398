package io.jointlending.channel.iam;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Attempts are counted before the password is compared, so that guesses side by side count as well. */
interface LoginGuardMapper {
    /** One more attempt, unless the lock holds; a lock that has ended, or 15 minutes of quiet, begin a new count. */
    @Insert(
            """
            INSERT INTO iam_login_guard (subject_kind, subject_hash, failures) VALUES (#{kind}, #{hash}, 1)
            ON DUPLICATE KEY UPDATE
              failures = CASE WHEN locked_until > NOW(3) THEN failures
                              WHEN locked_until IS NOT NULL OR updated_at < NOW(3) - INTERVAL 15 MINUTE THEN 1
                              ELSE failures + 1 END,
              locked_until = CASE WHEN locked_until > NOW(3) THEN locked_until ELSE NULL END,
              updated_at = NOW(3)""")
    int count(@Param("kind") String kind, @Param("hash") String hash);

    @Select(
            """
            SELECT COUNT(*) FROM iam_login_guard
             WHERE subject_kind = #{kind} AND subject_hash = #{hash} AND (locked_until > NOW(3) OR failures > #{most})""")
    int refused(@Param("kind") String kind, @Param("hash") String hash, @Param("most") int most);

    /** Locks after the last failure that is allowed. */
    @Update(
            """
            UPDATE iam_login_guard SET locked_until = NOW(3) + INTERVAL 15 MINUTE
             WHERE subject_kind = #{kind} AND subject_hash = #{hash} AND failures >= #{most} AND locked_until IS NULL""")
    int lockWhenMany(@Param("kind") String kind, @Param("hash") String hash, @Param("most") int most);

    @Update(
            """
            UPDATE iam_login_guard SET failures = 0, locked_until = NULL
             WHERE subject_kind = #{kind} AND subject_hash = #{hash}""")
    int forget(@Param("kind") String kind, @Param("hash") String hash);

    /** A success takes its own attempt back and no more: it must not wipe out the failures for other names. */
    @Update(
            """
            UPDATE iam_login_guard SET failures = GREATEST(failures - 1, 0)
             WHERE subject_kind = #{kind} AND subject_hash = #{hash} AND locked_until IS NULL""")
    int takeBack(@Param("kind") String kind, @Param("hash") String hash);

    @Delete("DELETE FROM iam_login_guard WHERE updated_at < NOW(3) - INTERVAL 1 DAY ORDER BY updated_at LIMIT #{limit}")
    int purge(@Param("limit") int limit);
}
