package io.jointlending.loan.borrower.application;

import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.loan.borrower.domain.Borrowers;

/**
 * What an activation is compared by when its request number comes again. The hash of a command's body is stored, and a
 * plain hash over facts that can be guessed does not hide them, so the identity goes in as a keyed one.
 *
 * @param requestNo request number
 * @param borrowerNo borrower
 * @param identityFingerprint the four facts, see {@link Borrowers#fingerprint}
 * @param creditLimitFen limit in fen
 */
public record ActivationBody(String requestNo, String borrowerNo, String identityFingerprint, long creditLimitFen) {
    /** The body of a request that has been validated. */
    public static ActivationBody of(ActivateBorrowerRequest request, Borrowers borrowers) {
        return new ActivationBody(
                request.requestNo(),
                request.borrowerNo(),
                borrowers.fingerprint(Identities.of(request.identity())),
                request.creditLimitFen());
    }
}
