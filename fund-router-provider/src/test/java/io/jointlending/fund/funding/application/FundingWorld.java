package io.jointlending.fund.funding.application;

import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.Pauses;
import io.jointlending.fund.route.application.RouteRequest;
import io.jointlending.fund.route.application.Routed;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.tx.DirectTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything that funds an order, in memory. */
final class FundingWorld {
    static final String ORDER = "2611210000000000010042";
    private static final int MOST_ROUNDS = 400;

    final InMemoryFundingOrders tasks = new InMemoryFundingOrders();
    final InMemorySubOrders subOrders = new InMemorySubOrders();
    final InMemoryQuotas quotas = new InMemoryQuotas();
    final InMemoryBank bank = new InMemoryBank();
    final List<Alarm> alarms = new ArrayList<>();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final FundOrder fundOrder;

    FundingWorld(Scheme scheme) {
        this(request -> routed(request, scheme, false));
    }

    FundingWorld(Function<RouteRequest, Routed> route) {
        DirectTransactions transactions = new DirectTransactions();
        Pauses pauses = Pauses.DEFAULT;
        ConcludeStep conclude =
                new ConcludeStep(transactions, tasks, subOrders, quotas, outbox.outbox(), pauses.result());
        AskInstitutions ask = new AskInstitutions(transactions, tasks, bank, alarms::add, pauses);
        fundOrder = new FundOrder(transactions, tasks, route, ask, conclude, pauses);
    }

    /** What routing answers when it chooses this scheme. */
    static Routed routed(RouteRequest request, Scheme scheme, boolean reroutes) {
        return new Routed(request.orderNo(), request.attempt(), Outcome.CHOSEN, Optional.of(scheme), reroutes);
    }

    /** Shares written as {@code institution bp [lead]; …}; an institution whose name begins with OWN is ours. */
    static Scheme scheme(String shares) {
        List<String[]> words = Arrays.stream(shares.split(";", -1))
                .map(share -> share.trim().split(" ", -1))
                .toList();
        List<Scheme.Share> made = new ArrayList<>();
        for (String[] word : words) {
            made.add(new Scheme.Share(
                    made.size() + 1, word[0], !word[0].startsWith("OWN"), word.length > 2, Integer.parseInt(word[1])));
        }
        return new Scheme("S", made);
    }

    void activate(long principalFen) {
        tasks.add(FundingOrder.waiting(ORDER, 42, "B1", "LOAN-A", null, principalFen, null, Tree.Fields.empty()));
    }

    /** One claimed step. False when nothing was open. */
    boolean step() {
        List<FundingOrder> claimed = tasks.claim(1, Duration.ofMinutes(1), "test");
        claimed.forEach(fundOrder::run);
        return !claimed.isEmpty();
    }

    Funding runToEnd() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!step()) {
                return funding();
            }
        }
        throw new IllegalStateException("still open after " + MOST_ROUNDS + " steps: " + funding());
    }

    /** After so many steps, open or not. */
    Funding after(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
        }
        return funding();
    }

    Funding funding() {
        return tasks.find(ORDER).orElseThrow();
    }

    List<SubOrder> made() {
        return subOrders.find(ORDER);
    }

    List<SubOrdersCreated> messages() {
        return outbox.bodies("SubOrdersCreated", SubOrdersCreated.class);
    }
}
