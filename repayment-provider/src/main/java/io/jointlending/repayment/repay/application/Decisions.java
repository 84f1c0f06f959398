package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.repayment.ledger.domain.Authority;
import io.jointlending.support.error.Refusal;

/** Decisions that need two persons. */
final class Decisions {
    private Decisions() {}

    /** Code: A0555 when one person would decide alone. */
    static Authority twoPersons(String operator, String approver, String reason) {
        if (operator.strip().equalsIgnoreCase(approver.strip())) {
            throw new Refusal(ErrorCodes.SECOND_PERSON_REQUIRED, "approver");
        }
        return new Authority(operator, approver, reason);
    }
}
