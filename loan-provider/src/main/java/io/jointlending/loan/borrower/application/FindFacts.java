package io.jointlending.loan.borrower.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.support.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Shows the identity of a borrower to the one application that has the secret. */
public final class FindFacts {
    private final Borrowers borrowers;
    private final byte[] secret;

    /**
     * @param secret what the application has; empty: nobody is answered
     */
    public FindFacts(Borrowers borrowers, String secret) {
        this.borrowers = borrowers;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses with A0506 another secret, with A0501 a borrower who does not exist. */
    public IdentityFacts run(String borrowerNo, String applicationSecret) {
        byte[] given = applicationSecret.getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0 || !MessageDigest.isEqual(secret, given)) {
            throw new Refusal(ErrorCodes.FACTS_REFUSED, "applicationSecret");
        }
        return borrowers
                .findIdentity(borrowerNo)
                .map(identity -> new IdentityFacts(
                        identity.name(), identity.idNumber(), identity.mobile(), identity.cardNumber()))
                .orElseThrow(() -> new Refusal(ErrorCodes.BORROWER_NOT_FOUND, "borrowerNo"));
    }
}
