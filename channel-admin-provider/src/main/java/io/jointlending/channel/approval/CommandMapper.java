package io.jointlending.channel.approval;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface CommandMapper {

    @Insert(
            """
            INSERT INTO admin_command (request_no, action, target_kind, target_code, base_version, payload, reason, maker,
                                       status, expires_at)
            VALUES (#{requestNo}, #{action}, #{targetKind}, #{targetCode}, #{baseVersion}, #{payload}, #{reason}, #{maker},
                    'PENDING', NOW(3) + INTERVAL 7 DAY)""")
    int insert(
            @Param("requestNo") String requestNo,
            @Param("action") String action,
            @Param("targetKind") String targetKind,
            @Param("targetCode") String targetCode,
            @Param("baseVersion") @Nullable Long baseVersion,
            @Param("payload") String payload,
            @Param("reason") String reason,
            @Param("maker") String maker);

    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    @Select(
            """
            SELECT id, action, target_kind, target_code, base_version, payload, reason, maker, created_at, expires_at,
                   status, checker, decided_at, note, result
              FROM admin_command WHERE id = #{id}""")
    @Nullable
    CommandRow find(@Param("id") long id);

    /** The one statement that decides: of two checkers one changes the row, and a maker never does. */
    @Update(
            """
            UPDATE admin_command SET status = #{status}, checker = #{checker}, decided_at = NOW(3), note = #{note}
             WHERE id = #{id} AND status = 'PENDING' AND maker <> #{checker} AND expires_at > NOW(3)""")
    int decide(
            @Param("id") long id,
            @Param("status") String status,
            @Param("checker") String checker,
            @Param("note") String note);

    @Update(
            """
            UPDATE admin_command SET status = 'WITHDRAWN', decided_at = NOW(3), note = #{note}
             WHERE id = #{id} AND status = 'PENDING' AND maker = #{maker}""")
    int withdraw(@Param("id") long id, @Param("maker") String maker, @Param("note") String note);

    @Update(
            """
            UPDATE admin_command SET status = #{status}, result = #{result}
             WHERE id = #{id} AND status = 'APPROVED'""")
    int end(@Param("id") long id, @Param("status") String status, @Param("result") String result);

    @Select(
            """
            SELECT id FROM admin_command
             WHERE status = 'PENDING' AND expires_at < NOW(3)
             ORDER BY expires_at LIMIT #{limit}""")
    List<Long> expired(@Param("limit") int limit);

    @Update(
            """
            UPDATE admin_command SET status = 'EXPIRED', decided_at = NOW(3)
             WHERE id = #{id} AND status = 'PENDING' AND expires_at < NOW(3)""")
    int expire(@Param("id") long id);

    /** Pending proposals of others, among these actions. */
    @Select(
            """
            <script>
            SELECT id, action, target_kind, target_code, base_version, payload, reason, maker, created_at, expires_at,
                   status, checker, decided_at, note, result
              FROM admin_command
             WHERE status = 'PENDING' AND expires_at &gt; NOW(3) AND maker &lt;&gt; #{person}
               AND action IN <foreach collection='actions' item='one' open='(' separator=', ' close=')'>#{one}</foreach>
               <if test='beforeNo != null'>AND id &lt; #{beforeNo}</if>
             ORDER BY id DESC LIMIT #{limit}
            </script>""")
    List<CommandRow> toDecide(
            @Param("person") String person,
            @Param("actions") List<String> actions,
            @Param("beforeNo") @Nullable Long beforeNo,
            @Param("limit") int limit);

    @Select(
            """
            <script>
            SELECT COUNT(*) FROM (
              SELECT id FROM admin_command
               WHERE status = 'PENDING' AND expires_at &gt; NOW(3) AND maker &lt;&gt; #{person}
                 AND action IN <foreach collection='actions' item='one' open='(' separator=', ' close=')'>#{one}</foreach>
               LIMIT 1000) waiting
            </script>""")
    long countToDecide(@Param("person") String person, @Param("actions") List<String> actions);

    @Select(
            """
            <script>
            SELECT id, action, target_kind, target_code, base_version, payload, reason, maker, created_at, expires_at,
                   status, checker, decided_at, note, result
              FROM admin_command
            <where>
              <if test='maker != null'>AND maker = #{maker}</if>
              <if test='status != null'>AND status = #{status}</if>
              <if test='beforeNo != null'>AND id &lt; #{beforeNo}</if>
            </where>
             ORDER BY id DESC LIMIT #{limit}
            </script>""")
    List<CommandRow> list(
            @Param("maker") @Nullable String maker,
            @Param("status") @Nullable String status,
            @Param("beforeNo") @Nullable Long beforeNo,
            @Param("limit") int limit);
}
