package io.jointlending.fund.flow.domain.machine;

/** What a task waits for. */
public enum Phase {
    /** The result of a send that is due or under way. */
    SENDING,
    /** A timer, before it sends again. */
    WAITING,
    /** A callback, or its timeout. */
    AWAITING,
    /** Nothing: it ended. */
    ENDED
}
