package io.jointlending.fund.task.persistence;

import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskStatus;
import org.jspecify.annotations.Nullable;

/** A row of {@code fund_task}. */
record FundTaskRow(
        String orderNo,
        Integer shardKey,
        String borrowerNo,
        String productCode,
        @Nullable String askedSchemeCode,
        @Nullable String schemeCode,
        Long principalFen,
        Integer status,
        Long version,
        Integer attempts,
        @Nullable String reason,
        @Nullable String traceparent) {

    FundTask task() {
        return new FundTask(
                orderNo,
                shardKey,
                borrowerNo,
                productCode,
                askedSchemeCode,
                schemeCode,
                principalFen,
                TaskStatus.of(status),
                version,
                attempts,
                reason,
                traceparent);
    }
}
