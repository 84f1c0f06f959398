package io.jointlending.fund.funding.persistence;

import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.TreeText;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingStatus;
import org.jspecify.annotations.Nullable;

/** A row of {@code funding}. */
record FundingOrderRow(
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
        @Nullable String traceparent,
        @Nullable String orderFacts,
        Integer routeAttempt,
        Boolean reroutes) {

    FundingOrder task() {
        return new FundingOrder(
                orderNo,
                shardKey,
                borrowerNo,
                productCode,
                askedSchemeCode,
                schemeCode,
                principalFen,
                FundingStatus.of(status),
                version,
                attempts,
                reason,
                traceparent,
                orderFacts == null ? Tree.Fields.empty() : TreeText.readFields(orderFacts),
                routeAttempt,
                reroutes);
    }
}
