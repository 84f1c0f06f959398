package io.jointlending.fund.funding.application;

import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskEnd;

/** The end of a task for a loan, or for taking one back, makes the funding of its order due, in the transaction of the end: nobody waits for a poll. */
public final class LoanEnds implements TaskEnd {
    private final FundingOrders orders;
    private final Runnable wakeFunding;

    /**
     * On the fundings of the same data source.
     *
     * @param wakeFunding called after the commit
     */
    public LoanEnds(FundingOrders orders, Runnable wakeFunding) {
        this.orders = orders;
        this.wakeFunding = wakeFunding;
    }

    @Override
    public void ended(FundTask task, Outcome outcome, String why) {
        String orderNo = task.key().orderNo();
        if (orderNo != null && outcome != Outcome.MANUAL) {
            orders.makeDue(orderNo);
        }
    }

    @Override
    public void reopened(FundTask task) {
        // the leg is still sent, and the funding asks for its result when the task ends
    }

    @Override
    public void afterCommit() {
        wakeFunding.run();
    }
}
