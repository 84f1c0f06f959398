package io.jointlending.loan.borrower.application;

import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.loan.borrower.domain.Identity;

/** Takes identities out of requests. */
public final class Identities {
    private Identities() {}

    /** The facts of a request that has been validated. */
    public static Identity of(IdentityFacts facts) {
        return new Identity(facts.name(), facts.idNumber(), facts.mobile(), facts.cardNumber());
    }
}
