package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.Outcome;

/** What the end of a task means for what it was made for, by behaviour. */
public interface TaskEnd {
    /** The task ended. In the transaction that stores its end; nothing remote belongs here. */
    void ended(FundTask task, Outcome outcome, String why);

    /** A person took up a task again that had ended MANUAL. In the transaction that stores it. */
    void reopened(FundTask task);

    /** Called after the commit of either. */
    default void afterCommit() {}
}
