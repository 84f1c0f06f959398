package io.jointlending.fund.audit;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;

interface FundAuditMapper {
    @Insert(
            """
            INSERT INTO fund_audit (caller, request_no, operator, approver, action, subject, detail)
            VALUES (#{caller}, #{act.requestNo}, #{act.operator}, #{act.approver}, #{act.action}, #{act.subject}, #{act.detail})""")
    int insert(@Param("caller") String caller, @Param("act") FundAudit.Act act);
}
