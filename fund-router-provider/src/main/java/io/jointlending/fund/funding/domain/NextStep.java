package io.jointlending.fund.funding.domain;

import java.util.List;

/** What a funding needs next. */
public sealed interface NextStep {
    /**
     * Institutions to be asked.
     *
     * @param legs in status SENT, not stored as such yet
     */
    record Send(List<Leg> legs) implements NextStep {}

    /**
     * Institutions to be asked to take back what they have agreed to, because another one refuses its part.
     *
     * @param legs in status CANCELLING, not stored as such yet
     */
    record TakeBack(List<Leg> legs) implements NextStep {}

    /** Nothing before an institution has answered. */
    record Wait() implements NextStep {}

    /**
     * Everything is decided.
     *
     * @param funding with all legs decided
     * @param composition what came of it
     */
    record Complete(Funding funding, Composition composition) implements NextStep {}

    /**
     * Another scheme is to be asked for: an institution has refused, verified, or was never sent anything, and no other
     * one has moved money.
     *
     * @param funding with every leg decided
     */
    record Reroute(Funding funding) implements NextStep {}

    /**
     * A person has to decide.
     *
     * @param reason why
     */
    record HandOver(String reason) implements NextStep {}
}
