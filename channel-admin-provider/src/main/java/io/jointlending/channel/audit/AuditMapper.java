package io.jointlending.channel.audit;

import org.apache.ibatis.annotations.Insert;

interface AuditMapper {
    @Insert(
            """
            INSERT INTO audit_log (operator, caller, action, target_kind, target_code, request_no,
                                   before_state, after_state, trace_id)
            VALUES (#{operator}, #{caller}, #{action}, #{targetKind}, #{targetCode}, #{requestNo},
                    #{beforeState}, #{afterState}, #{traceId})""")
    int insert(AuditRow row);
}
