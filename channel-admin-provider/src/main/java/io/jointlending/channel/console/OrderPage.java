package io.jointlending.channel.console;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.fund.FundRouteService;
import io.jointlending.api.fund.FundTaskListView;
import io.jointlending.api.fund.FundTaskSearchQuery;
import io.jointlending.api.fund.FundTaskService;
import io.jointlending.api.fund.FundingService;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.fund.RouteDecisionsView;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.OrderHistoryView;
import io.jointlending.api.loan.PlanView;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.MessageKeysQuery;
import io.jointlending.api.ops.MessagePageView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.channel.console.remote.RemoteContracts;
import io.jointlending.support.remote.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One order as every provider sees it. The order itself must be readable; each other part is shown with its code where it is not
 * there yet or the person may not read it.
 */
final class OrderPage implements Endpoint {
    /** Events of the ledger whose messages are shown, the newest ones. */
    private static final int EVENTS = 12;
    /** What an event may be told by. */
    private static final List<String> KINDS = List.of("posted-", "reversed-", "settled-");

    private final RemoteContracts remote;
    private final Function<String, MessageAdminService> messages;
    private final Together together;

    OrderPage(RemoteContracts remote, Function<String, MessageAdminService> messages, Together together) {
        this.remote = remote;
        this.messages = messages;
        this.together = together;
    }

    @Override
    public RpcResult<?> answer(ConsoleRequest request) {
        OrderQuery query = request.as(OrderQuery.class);
        String orderNo = query.orderNo();
        LoanService loans = remote.of(LoanService.class);
        MasterOrderView order = Remote.call(() -> loans.findOrder(query));
        var ledger = together.begin(() -> remote.of(RepaymentService.class).findLedger(query));
        var plan = together.begin(() -> loans.findPlan(query));
        var history = together.begin(() -> loans.findOrderHistory(query));
        var funding = together.begin(() -> remote.of(FundingService.class).findFunding(query));
        var tasks = together.begin(
                () -> remote.of(FundTaskService.class).searchTasks(new FundTaskSearchQuery(orderNo, null, null)));
        var decisions = together.begin(() -> remote.of(FundRouteService.class).findDecisions(query));
        var activated = messages("loan-provider", List.of("activated-" + orderNo));
        var subOrders = messages("fund-router-provider", List.of("suborders-" + orderNo));
        RpcResult<LedgerView> booked = ledger.answer();
        List<String> events = events(orderNo, booked.data());
        var told = events.isEmpty() ? null : messages("repayment-provider", events);
        List<Messages> found = new ArrayList<>();
        found.add(new Messages("loan-provider", activated.answer()));
        found.add(new Messages("fund-router-provider", subOrders.answer()));
        if (told != null) {
            found.add(new Messages("repayment-provider", told.answer()));
        }
        return RpcResult.ok(new Page(
                order,
                plan.answer(),
                history.answer(),
                funding.answer(),
                booked,
                Conservation.of(booked.data()),
                tasks.answer(),
                decisions.answer(),
                found));
    }

    /** Keys of what repayment-provider tells about the newest events. */
    private static List<String> events(String orderNo, @Nullable LedgerView ledger) {
        // a ledger has version 1 before its first event, and each event raises it by one
        long last = ledger == null ? 0 : ledger.ledgerVersion() - 1;
        List<String> keys = new ArrayList<>();
        for (long sequence = Math.max(1, last - EVENTS + 1); sequence <= last; sequence++) {
            for (String kind : KINDS) {
                keys.add(kind + orderNo + "-" + sequence);
            }
        }
        return keys;
    }

    /** One call to each provider that sends messages of an order. */
    private Together.Part<MessagePageView> messages(String application, List<String> keys) {
        return together.begin(() -> messages.apply(application).findByKeys(new MessageKeysQuery(keys)));
    }

    /** The page. */
    record Page(
            MasterOrderView order,
            RpcResult<PlanView> plan,
            RpcResult<OrderHistoryView> history,
            RpcResult<FundingView> funding,
            RpcResult<LedgerView> ledger,
            List<Conservation> conservation,
            RpcResult<FundTaskListView> tasks,
            RpcResult<RouteDecisionsView> decisions,
            List<Messages> messages) {}

    /** Messages that a provider sent about the order. */
    record Messages(String application, RpcResult<MessagePageView> found) {}
}
