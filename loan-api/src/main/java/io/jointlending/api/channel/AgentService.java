package io.jointlending.api.channel;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Customer managers (客户经理) of channels, whose customers are whose, and the orders of the own ones. */
public interface AgentService {
    /**
     * Registers a user as customer manager of a channel. The same again is the same answer.
     *
     * <p>Codes: A0608 unknown user, A0623 unknown channel, A0528 the number or the user belongs to another one.
     */
    @Command
    @RequirePermission(Permissions.AGENT_UPDATE)
    RpcResult<AgentView> registerAgent(RegisterAgentRequest request);

    /** The stored answer of {@link #registerAgent}. */
    @Query
    RpcResult<AgentView> queryRegisterAgentByRequestNo(RequestNoQuery query);

    /** Enables or disables a customer manager, who keeps the customers. Codes: A0626 unknown, A0627 it is in this state. */
    @Command
    @RequirePermission(Permissions.AGENT_UPDATE)
    RpcResult<AgentView> changeAgentStatus(ChangeAgentStatusRequest request);

    /** The stored answer of {@link #changeAgentStatus}. */
    @Query
    RpcResult<AgentView> queryChangeAgentStatusByRequestNo(RequestNoQuery query);

    /**
     * Gives a customer to a customer manager, and takes the customer from the one before. At most
     * 2000 for one.
     *
     * <p>Codes: A0626 unknown customer manager, A0627 disabled, A0628 has as many customers as one can have.
     */
    @Command
    @RequirePermission(Permissions.AGENT_UPDATE)
    RpcResult<CustomerAssignmentView> assignCustomer(AssignCustomerRequest request);

    /** The stored answer of {@link #assignCustomer}. */
    @Query
    RpcResult<CustomerAssignmentView> queryAssignCustomerByRequestNo(RequestNoQuery query);

    /** A customer manager. Code: A0626. */
    @Query
    @RequirePermission(Permissions.AGENT_READ)
    RpcResult<AgentView> findAgent(AgentQuery query);

    /** Customer managers by number. */
    @Query
    @RequirePermission(Permissions.AGENT_READ)
    RpcResult<AgentListView> listAgents(ListAgentsQuery query);

    /** Whose a customer is. Code: A0629 nobody's. */
    @Query
    @RequirePermission(Permissions.AGENT_READ)
    RpcResult<CustomerAssignmentView> findAssignment(CustomerQuery query);

    /**
     * Orders of the customers of whoever asks, newest first, archived or not, masked. Who asks is known from the session and
     * cannot be said.
     *
     * <p>Codes: A0626 the user is no customer manager of this channel, A0627 disabled, B0320 orders cannot be read now.
     */
    @Query(timeoutMillis = 10_000)
    @RequirePermission(value = Permissions.AGENT_ORDERS, ownChannel = true, personOnly = true)
    RpcResult<CustomerOrdersView> findMyOrders(MyOrdersQuery query);
}
