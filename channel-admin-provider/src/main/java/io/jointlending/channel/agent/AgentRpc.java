package io.jointlending.channel.agent;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.AgentListView;
import io.jointlending.api.channel.AgentQuery;
import io.jointlending.api.channel.AgentService;
import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.AssignCustomerRequest;
import io.jointlending.api.channel.ChangeAgentStatusRequest;
import io.jointlending.api.channel.CustomerAssignmentView;
import io.jointlending.api.channel.CustomerOrdersView;
import io.jointlending.api.channel.CustomerQuery;
import io.jointlending.api.channel.ListAgentsQuery;
import io.jointlending.api.channel.MyOrdersQuery;
import io.jointlending.api.channel.RegisterAgentRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.iam.Users;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.rpc.CallContext;

/** The door for customer managers. */
public final class AgentRpc implements AgentService {
    private static final String REGISTER = "AgentService.registerAgent";
    private static final String CHANGE = "AgentService.changeAgentStatus";
    private static final String ASSIGN = "AgentService.assignCustomer";

    private final Agents agents;
    private final RegisterAgent register;
    private final ChangeAgentStatus change;
    private final AssignCustomer assign;
    private final FindMyOrders myOrders;
    private final IdempotentCommands commands;

    /** One use case for each act. */
    public AgentRpc(
            Agents agents,
            AcquisitionChannels channels,
            Users users,
            AuditLog audit,
            CustomerOrders orders,
            IdempotentCommands commands) {
        this.agents = agents;
        this.register = new RegisterAgent(commands, agents, channels, users, audit);
        this.change = new ChangeAgentStatus(commands, agents, audit);
        this.assign = new AssignCustomer(commands, agents, audit);
        this.myOrders = new FindMyOrders(agents, orders);
        this.commands = commands;
    }

    @Override
    public RpcResult<AgentView> registerAgent(RegisterAgentRequest request) {
        return RpcResult.ok(register.run(CommandKey.of(REGISTER, request.requestNo()), request));
    }

    @Override
    public RpcResult<AgentView> queryRegisterAgentByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(REGISTER, query.requestNo()), AgentView.class));
    }

    @Override
    public RpcResult<AgentView> changeAgentStatus(ChangeAgentStatusRequest request) {
        return RpcResult.ok(change.run(CommandKey.of(CHANGE, request.requestNo()), request));
    }

    @Override
    public RpcResult<AgentView> queryChangeAgentStatusByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(CHANGE, query.requestNo()), AgentView.class));
    }

    @Override
    public RpcResult<CustomerAssignmentView> assignCustomer(AssignCustomerRequest request) {
        return RpcResult.ok(assign.run(CommandKey.of(ASSIGN, request.requestNo()), request));
    }

    @Override
    public RpcResult<CustomerAssignmentView> queryAssignCustomerByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(
                commands.findAnswer(CommandKey.of(ASSIGN, query.requestNo()), CustomerAssignmentView.class));
    }

    @Override
    public RpcResult<AgentView> findAgent(AgentQuery query) {
        return RpcResult.ok(agents.require(query.agentNo()));
    }

    @Override
    public RpcResult<AgentListView> listAgents(ListAgentsQuery query) {
        return RpcResult.ok(
                new AgentListView(agents.page(query.channelCode(), query.afterAgentNo(), query.pageSize())));
    }

    @Override
    public RpcResult<CustomerAssignmentView> findAssignment(CustomerQuery query) {
        return RpcResult.ok(agents.assignment(query.borrowerNo())
                .orElseThrow(() -> new Refusal(ErrorCodes.CUSTOMER_UNASSIGNED, "borrowerNo")));
    }

    @Override
    public RpcResult<CustomerOrdersView> findMyOrders(MyOrdersQuery query) {
        return RpcResult.ok(myOrders.run(
                query, CallContext.person().orElseThrow(() -> new Refusal(ErrorCodes.SESSION_INVALID, null))));
    }
}
