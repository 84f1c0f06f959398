package io.jointlending.loan.borrower.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.loan.borrower.domain.Borrower;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.borrower.domain.Identity;
import io.jointlending.support.error.Refusal;
import java.util.Optional;

/**
 * Makes a customer a borrower, inside the transaction of whoever asks: {@link ActivateBorrower} or the loan out. A
 * borrower who is known with the same facts stays as is, the credit limit too.
 */
public final class BorrowerActivation {
    private final Borrowers borrowers;
    private final CreditLines creditLines;

    public BorrowerActivation(Borrowers borrowers, CreditLines creditLines) {
        this.borrowers = borrowers;
        this.creditLines = creditLines;
    }

    /**
     * Activates a borrower or finds the same one. Refuses with A0503 an ID number of another borrower and with A0504
     * other facts for this borrower, also when two callers try at the same moment: the unique keys of the store decide,
     * and the loser reads what the winner stored.
     *
     * @param fieldPrefix where the identity stands in the request, such as {@code activation.}
     */
    public Borrower run(String borrowerNo, Identity identity, long creditLimitFen, String fieldPrefix) {
        Optional<Borrower> known = findSame(borrowerNo, identity, fieldPrefix);
        if (known.isPresent()) {
            return known.get();
        }
        if (borrowers.add(borrowerNo, identity)) {
            creditLines.open(borrowerNo, creditLimitFen);
        }
        return findSame(borrowerNo, identity, fieldPrefix)
                .orElseThrow(() -> new Refusal(ErrorCodes.IDENTITY_BOUND_TO_OTHER, fieldPrefix + "identity.idNumber"));
    }

    private Optional<Borrower> findSame(String borrowerNo, Identity identity, String fieldPrefix) {
        Optional<Identity> known = borrowers.findIdentity(borrowerNo);
        if (known.isPresent() && !known.get().equals(identity)) {
            throw new Refusal(ErrorCodes.IDENTITY_CONTRADICTS, fieldPrefix + "identity");
        }
        return known.isPresent() ? borrowers.find(borrowerNo) : Optional.empty();
    }
}
