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
import io.jointlending.support.rpc.LocalDoor;
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

    OrderPage(RemoteContracts remote, Function<String, MessageAdminService> messages) {
        this.remote = remote;
        this.messages = messages;
    }

    @Override
    public RpcResult<?> answer(ConsoleRequest request) {
        OrderQuery query = request.as(OrderQuery.class);
        LoanService loans = remote.of(LoanService.class);
        MasterOrderView order = Remote.call(() -> loans.findOrder(query));
        RpcResult<LedgerView> ledger =
                LocalDoor.safely(() -> remote.of(RepaymentService.class).findLedger(query));
        return RpcResult.ok(new Page(
                order,
                LocalDoor.safely(() -> loans.findPlan(query)),
                LocalDoor.safely(() -> loans.findOrderHistory(query)),
                LocalDoor.safely(() -> remote.of(FundingService.class).findFunding(query)),
                ledger,
                Conservation.of(ledger.data()),
                LocalDoor.safely(() -> remote.of(FundTaskService.class)
                        .searchTasks(new FundTaskSearchQuery(query.orderNo(), null, null))),
                LocalDoor.safely(() -> remote.of(FundRouteService.class).findDecisions(query)),
                messages(query.orderNo(), ledger.data())));
    }

    /** One call to each provider that sends messages of an order. */
    private List<Messages> messages(String orderNo, @Nullable LedgerView ledger) {
        List<Messages> found = new ArrayList<>();
        found.add(messages("loan-provider", List.of("activated-" + orderNo)));
        found.add(messages("fund-router-provider", List.of("suborders-" + orderNo)));
        // a ledger has version 1 before its first event, and each event raises it by one
        long last = ledger == null ? 0 : ledger.ledgerVersion() - 1;
        List<String> events = new ArrayList<>();
        for (long sequence = Math.max(1, last - EVENTS + 1); sequence <= last; sequence++) {
            for (String kind : KINDS) {
                events.add(kind + orderNo + "-" + sequence);
            }
        }
        if (!events.isEmpty()) {
            found.add(messages("repayment-provider", events));
        }
        return found;
    }

    private Messages messages(String application, List<String> keys) {
        MessageKeysQuery query = new MessageKeysQuery(keys);
        return new Messages(
                application, LocalDoor.safely(() -> messages.apply(application).findByKeys(query)));
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
