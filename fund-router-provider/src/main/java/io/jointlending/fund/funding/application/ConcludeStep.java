package io.jointlending.fund.funding.application;

import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.SubOrderShare;
import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.fund.funding.domain.Composition;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.FundingPlan;
import io.jointlending.fund.funding.domain.NextStep;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrderStatus;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what a step has learned. When that decides the funding, the same transaction makes the sub-orders, turns the reserved
 * quotas of those who fund into used ones, gives the others back, and adds the message that tells of the sub-orders: once per
 * order, whoever works on it.
 */
public final class ConcludeStep {
    private static final Logger LOG = LoggerFactory.getLogger(ConcludeStep.class);

    private final Transactions transactions;
    private final FundingOrders tasks;
    private final SubOrders subOrders;
    private final Quotas quotas;
    private final Outbox outbox;
    private final Duration resultPause;

    /**
     * All of them share one data source.
     *
     * @param resultPause while an institution works on what it was asked
     */
    public ConcludeStep(
            Transactions transactions,
            FundingOrders tasks,
            SubOrders subOrders,
            Quotas quotas,
            Outbox outbox,
            Duration resultPause) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.subOrders = subOrders;
        this.quotas = quotas;
        this.outbox = outbox;
        this.resultPause = resultPause;
    }

    /** Writes nothing when somebody else has had the task since it was claimed. */
    void run(Funding before, Funding known, NextStep next) {
        if (next instanceof NextStep.Complete complete) {
            complete(before, complete);
        } else if (next instanceof NextStep.Reroute reroute) {
            Funding decided = reroute.funding();
            save(before, decided.with(decided.task().rerouted()), Duration.ZERO);
            LOG.info(
                    "refused, another scheme is asked for orderNo={}",
                    before.task().orderNo());
        } else if (next instanceof NextStep.HandOver handOver) {
            save(before, known.with(known.task().manual(handOver.reason())), Duration.ZERO);
            LOG.warn(
                    "funding needs a person orderNo={} reason={}", before.task().orderNo(), handOver.reason());
        } else if (known.equals(before)) {
            tasks.putBack(before.task(), resultPause);
        } else {
            save(before, known, resultPause);
        }
    }

    private void save(Funding before, Funding after, Duration wait) {
        transactions.inTransaction(() -> tasks.save(before, after, wait));
    }

    private void complete(Funding before, NextStep.Complete complete) {
        Composition composition = complete.composition();
        FundingOrder task = complete.funding().task().moved(composition.status());
        boolean made = transactions.inTransaction(() -> {
            if (tasks.save(before, complete.funding().with(task), Duration.ZERO).isEmpty()) {
                return false;
            }
            quotas.settle(
                    task.orderNo(),
                    composition.parts().stream()
                            .map(Composition.Part::institutionCode)
                            .collect(Collectors.toUnmodifiableSet()));
            subOrders.add(composition.parts().stream()
                    .map(part -> subOrder(task, part))
                    .toList());
            outbox.add(new OutboxMessage(
                    MessageTypes.TOPIC_FUND_ROUTER,
                    MessageTypes.SUB_ORDERS_CREATED,
                    "suborders-" + task.orderNo(),
                    null,
                    message(task, composition)));
            return true;
        });
        if (made) {
            LOG.info(
                    "funded orderNo={} status={} subOrders={}",
                    task.orderNo(),
                    task.status(),
                    composition.parts().size());
        }
    }

    private static SubOrder subOrder(FundingOrder task, Composition.Part part) {
        return new SubOrder(
                FundingPlan.numbered(task.orderNo(), task.routeAttempt(), part.seat()),
                task.orderNo(),
                task.shardKey(),
                part.seat(),
                part.institutionCode(),
                part.lead(),
                part.weight(),
                part.contributionFen(),
                SubOrderStatus.ACTIVE);
    }

    private static SubOrdersCreated message(FundingOrder task, Composition composition) {
        return new SubOrdersCreated(
                task.orderNo(),
                Objects.requireNonNull(task.schemeCode(), "a funded task has a scheme"),
                task.principalFen(),
                composition.parts().stream()
                        .map(part -> new SubOrderShare(
                                FundingPlan.numbered(task.orderNo(), task.routeAttempt(), part.seat()),
                                part.seat(),
                                part.institutionCode(),
                                part.lead(),
                                part.weight(),
                                part.contributionFen(),
                                part.ownAnnualRate()))
                        .toList());
    }
}
