package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.repayment.ledger.domain.Authority;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.support.error.Refusal;
import org.jspecify.annotations.Nullable;

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

    /** Under the lock of the ledger. Code: A0614 when it is not as it was looked at. */
    static void requireVersion(Ledger ledger, @Nullable Long seen) {
        long now = ledger.head().ledgerVersion();
        if (seen != null && seen != now) {
            throw new Refusal(
                    ErrorCodes.BASE_CHANGED,
                    "The ledger was at version " + seen + " when this was decided and is at " + now + " now.",
                    "ledgerVersion");
        }
    }
}
