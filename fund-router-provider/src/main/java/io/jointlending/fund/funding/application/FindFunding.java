package io.jointlending.fund.funding.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.fund.LegView;
import io.jointlending.api.fund.SubOrderView;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.support.error.Refusal;
import java.util.List;

/** How an order is funded. */
public final class FindFunding {
    private final FundingOrders tasks;
    private final SubOrders subOrders;

    /** On these tasks and sub-orders. */
    public FindFunding(FundingOrders tasks, SubOrders subOrders) {
        this.tasks = tasks;
        this.subOrders = subOrders;
    }

    /** Refuses with A0531 an order that has not reached the fund side. */
    public FundingView run(String orderNo) {
        Funding funding = tasks.find(orderNo).orElseThrow(() -> new Refusal(ErrorCodes.FUNDING_NOT_FOUND, "orderNo"));
        List<SubOrder> live = subOrders.find(orderNo);
        List<SubOrder> funded = live.isEmpty() ? subOrders.findArchived(orderNo) : live;
        return new FundingView(
                orderNo,
                funding.task().status().code(),
                funding.task().schemeCode(),
                funding.legs().stream().map(FindFunding::view).toList(),
                funded.stream().map(FindFunding::view).toList());
    }

    private static LegView view(Leg leg) {
        return new LegView(
                leg.seat(),
                leg.institutionCode(),
                leg.lead(),
                leg.amountFen(),
                leg.status().name(),
                leg.reason());
    }

    private static SubOrderView view(SubOrder subOrder) {
        return new SubOrderView(
                subOrder.subOrderNo(),
                subOrder.seat(),
                subOrder.institutionCode(),
                subOrder.weight(),
                subOrder.contributionFen(),
                subOrder.status().name());
    }
}
