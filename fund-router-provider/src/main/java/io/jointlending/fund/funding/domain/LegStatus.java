package io.jointlending.fund.funding.domain;

import java.util.Set;

/** Where one leg of a funding stands. */
public enum LegStatus {
    /** Not asked. */
    INIT,
    /** Asked, or about to be: the result is unknown until it is told, never assumed. */
    SENT,
    /** Will fund. */
    ACCEPTED,
    /** Verified refusal. */
    REJECTED,
    /** Being asked to take back what it has agreed to: it funds until it has said so. */
    CANCELLING,
    /** Not needed, or taken back: nothing was left to fund, or another scheme is asked for. */
    CANCELLED;

    /** True for the moves that exist; staying is none. */
    public boolean mayBecome(LegStatus next) {
        return switch (this) {
            case INIT -> Set.of(SENT, ACCEPTED, CANCELLED).contains(next);
            case SENT -> Set.of(ACCEPTED, REJECTED).contains(next);
            case ACCEPTED -> next == CANCELLING || next == CANCELLED;
            case CANCELLING -> next == ACCEPTED || next == CANCELLED;
            case REJECTED, CANCELLED -> false;
        };
    }
}
