package io.jointlending.channel.audit;

import io.jointlending.api.channel.AuditEntryView;
import io.jointlending.api.channel.AuditSearchQuery;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface AuditMapper {
    /** Each condition that is given is the prefix of an index that ends with the time; the page goes on behind its last entry. */
    String SEARCH =
            """
            <script>
            SELECT id AS entry_no, created_at AS at, operator AS who, caller, action, target_kind, target_code, request_no, before_state,
                   after_state, trace_id
              FROM audit_log
            <where>
              <if test="query.who != null">AND operator = #{query.who}</if>
              <if test="query.action != null">AND action = #{query.action}</if>
              <if test="query.targetKind != null">AND target_kind = #{query.targetKind} AND target_code = #{query.targetCode}</if>
              <if test="query.from != null">AND created_at &gt;= #{query.from}</if>
              <if test="query.until != null">AND created_at &lt;= #{query.until}</if>
              <if test="query.afterAt != null">
                AND created_at &lt;= #{query.afterAt} AND (created_at &lt; #{query.afterAt} OR id &lt; #{query.afterEntry})
              </if>
            </where>
             ORDER BY created_at DESC, id DESC
             LIMIT #{limit}
            </script>""";

    @Insert(
            """
            INSERT INTO audit_log (operator, caller, action, target_kind, target_code, request_no,
                                   before_state, after_state, trace_id)
            VALUES (#{operator}, #{caller}, #{action}, #{targetKind}, #{targetCode}, #{requestNo},
                    #{beforeState}, #{afterState}, #{traceId})""")
    int insert(AuditRow row);

    @Select(SEARCH)
    List<AuditEntryView> search(@Param("query") AuditSearchQuery query, @Param("limit") int limit);
}
