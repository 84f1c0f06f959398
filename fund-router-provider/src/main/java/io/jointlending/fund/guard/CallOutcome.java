package io.jointlending.fund.guard;

/** What became of an admitted call, as far as the health of an institution is concerned. */
public enum CallOutcome {
    /** An authentic answer, whatever it says: a refusal of a loan is an answer of a healthy institution. */
    ANSWERED(false),

    /** HTTP 5xx. */
    SERVER_ERROR(true),

    /** The request may have left, and no authentic answer came. */
    LOST(true),

    /** No connection, so nothing was sent. */
    NOT_CONNECTED(true),

    /** It was not tried: a request that cannot be rendered, a task that somebody else has. Says nothing of the institution. */
    NOT_TRIED(false);

    private final boolean failure;

    CallOutcome(boolean failure) {
        this.failure = failure;
    }

    boolean failure() {
        return failure;
    }
}
