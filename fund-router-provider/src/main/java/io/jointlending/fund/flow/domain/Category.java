package io.jointlending.fund.flow.domain;

/** What an institution's answer means. Closed: every step says what it does for each, so no answer is left to luck. */
public enum Category {
    /** Done as asked. */
    SUCCESS,
    /** Taken, not decided yet. */
    PROCESSING,
    /** Refused for good, and verified to be so. */
    REJECTED,
    /** The institution does not know the number. */
    NOT_FOUND,
    /** Busy: not taken, may be asked again. */
    RETRY,
    /** Anything else, every unknown code included. */
    ERROR
}
