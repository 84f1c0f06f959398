package io.jointlending.channel.agent;

import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.CustomerOrderView;
import io.jointlending.api.channel.CustomerOrdersView;
import io.jointlending.api.channel.MyOrdersQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.BorrowerOrderView;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Person;
import java.util.List;

/**
 * Orders of the customers of one person, masked. Whose they are comes from the session alone: the user is the customer manager, and
 * the customers are those that are given to that customer manager at this moment.
 */
final class FindMyOrders {
    private static final int SHOWN = 2;

    private final Agents agents;
    private final CustomerOrders orders;

    FindMyOrders(Agents agents, CustomerOrders orders) {
        this.agents = agents;
        this.orders = orders;
    }

    /** Refuses with A0626, A0627 and B0320. */
    CustomerOrdersView run(MyOrdersQuery query, Person person) {
        AgentView agent = agents.findByLogin(person.loginName())
                .filter(found -> found.channelCode().equals(query.channelCode()))
                .orElseThrow(() -> new Refusal(
                        ErrorCodes.AGENT_NOT_FOUND,
                        person.loginName() + " is no customer manager of channel " + query.channelCode() + ".",
                        "channelCode"));
        if (!agent.status().equals(AgentView.ENABLED)) {
            throw new Refusal(ErrorCodes.AGENT_STATE, "Customer manager " + agent.agentNo() + " is disabled.", null);
        }
        List<String> customers = agents.customers(agent.agentNo());
        List<BorrowerOrderView> found =
                customers.isEmpty() ? List.of() : orders.newest(customers, query.beforeOrderNo(), query.pageSize());
        return new CustomerOrdersView(
                agent.agentNo(), found.stream().map(FindMyOrders::masked).toList());
    }

    private static CustomerOrderView masked(BorrowerOrderView order) {
        String number = order.borrowerNo();
        int shown = Math.min(SHOWN, number.length());
        return new CustomerOrderView(
                order.orderNo(),
                number.substring(0, shown) + "*".repeat(number.length() - shown),
                order.maskedName(),
                order.productCode(),
                order.amountFen(),
                order.installments(),
                order.status(),
                order.createdAt());
    }
}
