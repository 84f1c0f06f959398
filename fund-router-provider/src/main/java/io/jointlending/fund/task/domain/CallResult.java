package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.tree.Tree;

/** What became of one call of an institution. */
public sealed interface CallResult {
    /** What is known of the call. */
    StepRecord.Evidence evidence();

    /**
     * Proved not to have left.
     *
     * @param unreachable whether the institution could not be reached; false if we refused
     */
    record NotSent(String why, boolean unreachable, StepRecord.Evidence evidence) implements CallResult {}

    /**
     * Something may have left, and no verified answer came.
     *
     * @param forged whether an answer came that is not authentic: somebody should look
     */
    record Lost(String why, boolean forged, StepRecord.Evidence evidence) implements CallResult {}

    /** An answer: authenticity verified, message decoded. */
    record Replied(Tree body, StepRecord.Evidence evidence) implements CallResult {}
}
