package io.jointlending.fund.funding.domain;

import java.util.Set;

/** Where one leg of a funding stands. */
public enum LegStatus {
    /** Not asked. */
    INIT,
    /** Asked, or about to be: written before the call, so that after a crash the result is unknown, never assumed. */
    SENT,
    /** Will fund. */
    ACCEPTED,
    /** Verified refusal. */
    REJECTED,
    /** Not needed, or taken back: nothing was left to fund, or another scheme is asked for. */
    CANCELLED;

    /** True for the moves that exist; staying is none. */
    public boolean mayBecome(LegStatus next) {
        return switch (this) {
            case INIT -> Set.of(SENT, ACCEPTED, CANCELLED).contains(next);
            case SENT -> Set.of(ACCEPTED, REJECTED).contains(next);
            case ACCEPTED -> next == CANCELLED;
            case REJECTED, CANCELLED -> false;
        };
    }
}
