package io.jointlending.fund.task.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.order.OrderNumbers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An order became active: it is to be funded. */
public final class StartFunding {
    private static final Logger LOG = LoggerFactory.getLogger(StartFunding.class);

    private final FundTasks tasks;

    /** On these tasks. */
    public StartFunding(FundTasks tasks) {
        this.tasks = tasks;
    }

    /** Adds the task in the running transaction. */
    public void run(MasterOrderActivated order, @Nullable String traceparent) {
        if (order.principalFen() <= 0) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "principalFen must be above 0, not " + order.principalFen(),
                    "principalFen");
        }
        tasks.add(FundTask.waiting(
                order.orderNo(),
                OrderNumbers.geneOf(order.orderNo()),
                order.borrowerNo(),
                order.productCode(),
                order.schemeCode(),
                order.principalFen(),
                traceparent));
        LOG.info("funding starts orderNo={} principalFen={}", order.orderNo(), order.principalFen());
    }
}
