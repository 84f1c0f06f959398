package io.jointlending.repayment.audit;

import io.jointlending.api.audit.AuditFindingView;
import java.time.LocalDate;

/** A rule that an order breaks. */
record FindingRow(String orderNo, String ruleCode, String detail, LocalDate firstFoundOn, LocalDate lastFoundOn) {

    AuditFindingView view() {
        return new AuditFindingView(
                orderNo, ruleCode, AuditRule.valueOf(ruleCode).meaning(), detail, firstFoundOn, lastFoundOn);
    }
}
