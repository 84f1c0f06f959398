package io.jointlending.fund.exchange;

import io.jointlending.fund.flow.domain.tree.Tree;

/** How a call of an institution ended. The three kinds are never mixed: only a verified answer says what the bank decided. */
public sealed interface CallResult {
    /** What can be shown of the call. */
    Evidence evidence();

    /**
     * Proved that nothing of the request left; it may be sent again, by this or another way.
     *
     * @param reason why
     * @param unreachable whether the institution could not be reached, which counts for the breaker; false if we refused
     */
    record NotSent(String reason, boolean unreachable, Evidence evidence) implements CallResult {}

    /**
     * Something may have left, and no verified answer came. It says nothing about what the institution did.
     *
     * @param why what went wrong, for counters
     * @param reason the same in words, without content of the answer
     */
    record Lost(Why why, String reason, Evidence evidence) implements CallResult {}

    /**
     * The institution answered: signature verified, message read.
     *
     * @param reply what it says
     */
    record Replied(Tree reply, Evidence evidence) implements CallResult {}

    /** Why an answer is lost. */
    enum Why {
        /** The total time of the call was over. */
        DEADLINE,
        /** The connection broke. */
        CONNECTION,
        /** The answer was longer than the channel allows. */
        TOO_LONG,
        /** A redirect, which is not followed. */
        REDIRECT,
        /** Signature, key, time or number used once do not fit: somebody should look. */
        NOT_AUTHENTIC,
        /** The answer cannot be read. */
        UNREADABLE
    }
}
