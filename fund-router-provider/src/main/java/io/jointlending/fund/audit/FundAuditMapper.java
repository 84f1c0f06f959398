package io.jointlending.fund.audit;

import io.jointlending.api.fund.FundAuditQuery;
import io.jointlending.api.fund.FundAuditView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface FundAuditMapper {
    @Insert(
            """
            INSERT INTO fund_audit (caller, request_no, operator, approver, action, subject, detail)
            VALUES (#{caller}, #{act.requestNo}, #{act.operator}, #{act.approver}, #{act.action}, #{act.subject}, #{act.detail})""")
    int insert(@Param("caller") String caller, @Param("act") FundAudit.Act act);

    @Select(
            """
            <script>
            SELECT id AS entry_no, created_at AS at, operator AS who, approver, caller, action, subject, request_no, detail
            FROM fund_audit
            <where>
              <if test="query.who != null">AND operator = #{query.who}</if>
              <if test="query.action != null">AND action = #{query.action}</if>
              <if test="query.subject != null">AND subject = #{query.subject}</if>
              <if test="query.afterEntry != null">AND id &lt; #{query.afterEntry}</if>
            </where>
            ORDER BY id DESC
            LIMIT #{limit}
            </script>""")
    List<FundAuditView> search(@Param("query") FundAuditQuery query, @Param("limit") int limit);
}
