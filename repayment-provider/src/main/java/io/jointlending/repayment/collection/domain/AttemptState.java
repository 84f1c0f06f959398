package io.jointlending.repayment.collection.domain;

import java.util.Arrays;
import java.util.Set;

/** Where an attempt to collect stands. */
public enum AttemptState {
    /** Written down, not sent. */
    INIT(10),
    /** Sent, or about to be: the outcome is not known. */
    DEDUCTING(20),
    /** The money is here. */
    PAID(30),
    /** Booked on the ledger. */
    POSTED(40),
    /** Nothing was taken. */
    FAILED(80);

    private final int code;

    AttemptState(int code) {
        this.code = code;
    }

    /** The number in the table. */
    public int code() {
        return code;
    }

    /** The states that may follow: the one table of transitions. */
    public Set<AttemptState> next() {
        return switch (this) {
            case INIT -> Set.of(DEDUCTING, FAILED);
            case DEDUCTING -> Set.of(PAID, FAILED);
            case PAID -> Set.of(POSTED);
            case POSTED, FAILED -> Set.of();
        };
    }

    /** True when nothing follows. */
    public boolean ended() {
        return next().isEmpty();
    }

    /** The state of this number. */
    public static AttemptState of(int code) {
        return Arrays.stream(values())
                .filter(state -> state.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no state of an attempt has the number " + code));
    }
}
