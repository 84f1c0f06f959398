package io.jointlending.fund.funding.domain;

import java.util.List;

/**
 * The way to the institutions (资方): what they are asked goes on by itself, survives every crash, and makes the funding due
 * when its result is known. Nothing here waits for an institution.
 */
public interface Institutions {
    /** Whether an institution can be asked for money now. */
    boolean reaches(String institutionCode);

    /** Whether an institution can take back what it has agreed to. */
    boolean cancels(String institutionCode);

    /**
     * Asks for the money of a leg, in the running transaction. Nothing is asked when it is taken back. A {@code Refusal} when the
     * institution cannot be asked that.
     */
    void ask(Funding funding, Leg leg);

    /** Asks an institution to take back what it has agreed to, in the running transaction. A {@code Refusal} as above. */
    void cancel(Funding funding, Leg leg);

    /** The legs under way of which the result is known now, with it. */
    List<Leg> answered(Funding funding);

    /** Begins with what was asked; after the commit. */
    void begin();
}
