package io.jointlending.fund.funding.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.order.OrderNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An order became active: it is to be funded. */
public final class StartFunding {
    private static final Logger LOG = LoggerFactory.getLogger(StartFunding.class);

    private final FundingOrders tasks;

    /** On these tasks. */
    public StartFunding(FundingOrders tasks) {
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
        tasks.add(FundingOrder.waiting(
                order.orderNo(),
                OrderNumbers.geneOf(order.orderNo()),
                order.borrowerNo(),
                order.productCode(),
                order.schemeCode(),
                order.principalFen(),
                traceparent,
                facts(order)));
        LOG.info("funding starts orderNo={} principalFen={}", order.orderNo(), order.principalFen());
    }

    /** What institutions are told of the order, as it was issued. */
    private static Tree.Fields facts(MasterOrderActivated order) {
        List<Tree> plan = new ArrayList<>();
        for (InstallmentView installment : order.installments()) {
            plan.add(Tree.Fields.empty()
                    .with("installmentNo", Tree.Numeral.of(installment.installmentNo()))
                    .with("principalFen", Tree.Numeral.of(installment.principalFen()))
                    .with("dueDate", new Tree.Text(installment.dueDate().toString())));
        }
        BigDecimal rate = order.annualRate();
        return Tree.Fields.empty()
                .with("installments", Tree.Numeral.of(plan.size()))
                .with("annualRate", new Tree.Numeral(rate == null ? BigDecimal.ZERO : rate))
                .with("startDate", new Tree.Text(order.startDate().toString()))
                .with("plan", new Tree.Items(plan));
    }
}
