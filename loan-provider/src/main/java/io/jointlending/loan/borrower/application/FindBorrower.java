package io.jointlending.loan.borrower.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.support.error.Refusal;

/** Reads a borrower, masked, with the credit line as it is now. */
public final class FindBorrower {
    private final Borrowers borrowers;
    private final CreditLines creditLines;

    public FindBorrower(Borrowers borrowers, CreditLines creditLines) {
        this.borrowers = borrowers;
        this.creditLines = creditLines;
    }

    /** Refuses with A0501. */
    public BorrowerView run(String borrowerNo) {
        return borrowers
                .find(borrowerNo)
                .map(borrower -> BorrowerViews.of(borrower, creditLines))
                .orElseThrow(() -> new Refusal(ErrorCodes.BORROWER_NOT_FOUND, "borrowerNo"));
    }
}
