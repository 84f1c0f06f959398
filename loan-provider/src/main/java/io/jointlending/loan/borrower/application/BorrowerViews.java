package io.jointlending.loan.borrower.application;

import io.jointlending.api.loan.BorrowerView;
import io.jointlending.loan.borrower.domain.Borrower;
import io.jointlending.loan.borrower.domain.CreditLine;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.borrower.domain.MaskedIdentity;

/** Makes the contract's view of a borrower. */
final class BorrowerViews {
    private BorrowerViews() {}

    static BorrowerView of(Borrower borrower, CreditLines creditLines) {
        CreditLine line = creditLines
                .find(borrower.borrowerNo())
                .orElseThrow(
                        () -> new IllegalStateException("borrower " + borrower.borrowerNo() + " has no credit line"));
        MaskedIdentity identity = borrower.identity();
        return new BorrowerView(
                borrower.borrowerNo(),
                borrower.status(),
                identity.name(),
                identity.idNumber(),
                identity.mobile(),
                identity.cardNumber(),
                line.limitFen(),
                line.reservedFen(),
                line.usedFen());
    }
}
