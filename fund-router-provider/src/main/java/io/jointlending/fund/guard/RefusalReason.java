package io.jointlending.fund.guard;

/** Why a call was not admitted. Nothing was sent in any of these cases. */
public enum RefusalReason {
    /** Operations paused the channel. */
    PAUSED,

    /** The channel is not used any more. */
    DISABLED,

    /** Outside the hours of the institution, or in a window it announced. */
    CLOSED,

    /** This instance has as many calls under way as it may. */
    LOCAL_FULL,

    /** All instances together have. */
    GATE_FULL,

    /** The calls of this second are used up. */
    TOO_FAST,

    /** The institution failed or was slow too often lately. */
    BREAKER_OPEN
}
