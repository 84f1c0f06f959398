package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.TakeOverRequest;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.support.error.Refusal;

/** Would move the part of an institution to the lead; refused until that is built, and repayments go on. */
public final class TakeOver {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.takeOver";

    private final EnsureLedger ensureLedger;

    /** Knows orders by their ledgers. */
    public TakeOver(EnsureLedger ensureLedger) {
        this.ensureLedger = ensureLedger;
    }

    /** Codes: A0541, A0558. */
    public RepaymentView run(TakeOverRequest request) {
        ensureLedger.run(request.orderNo());
        throw new Refusal(ErrorCodes.TAKEOVER_UNSUPPORTED, "institutionCode");
    }
}
