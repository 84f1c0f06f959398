package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.tree.Tree;
import org.jspecify.annotations.Nullable;

/** What happened to a task. Three kinds of not-success are kept apart: not sent, lost, and an answer that says no. */
public sealed interface Event {
    /** The institution answered: authenticity verified, message decoded. */
    record Replied(Tree body) implements Event {}

    /** Something may have left, and no verified answer came. Never the same as a refusal. */
    record Lost(String why) implements Event {}

    /** Proved not to have left: held back by our own protection before this institution, no connection. */
    record NotSent(String why) implements Event {}

    /**
     * Not sent because a source of the values of the request, such as another provider, does not answer: it would not answer for
     * another institution either.
     */
    record NotReady(String why) implements Event {}

    /** The request could not be filled in, and trying again would not help. */
    record NotRendered(String why) implements Event {}

    /** A callback of the institution: authenticity verified, message decoded. */
    record CalledBack(String event, Tree body) implements Event {}

    /** The wait is over. */
    record TimerFired() implements Event {}

    /**
     * A person stepped in.
     *
     * @param by who
     * @param approvedBy a second person, needed for everything but RESUME
     * @param action what is to be done
     * @param reason why, with the evidence
     * @param step where to go, for JUMP and REPIN
     * @param outcome how it ended, for FINISH
     */
    record Intervened(
            String by,
            @Nullable String approvedBy,
            Action action,
            String reason,
            @Nullable String step,
            @Nullable Outcome outcome)
            implements Event {}

    /** What a person can do with a task. */
    enum Action {
        /** Go on now, without waiting longer; a task that ended MANUAL goes on at the step it came from. */
        RESUME,
        /** Go to a step. */
        JUMP,
        /** End it. */
        FINISH,
        /** Go to a step of another version, the one given to the machine. */
        REPIN
    }
}
