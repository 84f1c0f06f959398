package io.jointlending.channel.console;

import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.approval.ApprovalListQuery;
import io.jointlending.api.approval.CommandNoQuery;
import io.jointlending.api.approval.DecideRequest;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.channel.ApplyForChannelRequest;
import io.jointlending.api.channel.AssignCustomerRequest;
import io.jointlending.api.channel.AuditSearchQuery;
import io.jointlending.api.channel.ChangeAgentStatusRequest;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.CustomerQuery;
import io.jointlending.api.channel.FindChannelQuery;
import io.jointlending.api.channel.ListAgentsQuery;
import io.jointlending.api.channel.ListChannelsQuery;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.channel.MyOrdersQuery;
import io.jointlending.api.channel.RegisterAgentRequest;
import io.jointlending.api.channel.ReviewChannelRequest;
import io.jointlending.api.channel.RpcUsageQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.ActivateDefinitionRequest;
import io.jointlending.api.fund.BreakersQuery;
import io.jointlending.api.fund.DefinitionKindQuery;
import io.jointlending.api.fund.DefinitionNameQuery;
import io.jointlending.api.fund.DefinitionQuery;
import io.jointlending.api.fund.FundAuditQuery;
import io.jointlending.api.fund.FundAuditService;
import io.jointlending.api.fund.FundBreakerService;
import io.jointlending.api.fund.FundFlowAdminService;
import io.jointlending.api.fund.FundTaskQuery;
import io.jointlending.api.fund.FundTaskService;
import io.jointlending.api.fund.PublishDefinitionRequest;
import io.jointlending.api.fund.ResumeTaskRequest;
import io.jointlending.api.fund.SwitchBreakerRequest;
import io.jointlending.api.iam.ChangePasswordRequest;
import io.jointlending.api.iam.LoginRequest;
import io.jointlending.api.iam.SelfRequest;
import io.jointlending.api.loan.ChannelDaysQuery;
import io.jointlending.api.loan.ChannelReportService;
import io.jointlending.api.loan.DayOfChannelsQuery;
import io.jointlending.api.loan.OrderCountService;
import io.jointlending.api.loan.StateCountsQuery;
import io.jointlending.api.ops.InstanceOfflineRequest;
import io.jointlending.api.ops.InstanceOnlineRequest;
import io.jointlending.api.ops.InstancesQuery;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.MessageQuery;
import io.jointlending.api.ops.MessageSearchQuery;
import io.jointlending.api.ops.OpsService;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.api.ops.StatementsQuery;
import io.jointlending.api.report.ChannelOverdueQuery;
import io.jointlending.api.report.ChannelOverdueService;
import io.jointlending.api.report.DayOverdueQuery;
import io.jointlending.channel.console.remote.RemoteContracts;
import io.jointlending.support.error.Refusal;
import java.util.List;

/** What the pages of the console ask for, each with the contract method that answers: readable top to bottom. */
public final class ConsolePages implements AutoCloseable {
    /** The providers, this one last. */
    static final List<String> PROVIDERS =
            List.of("loan-provider", "fund-router-provider", "repayment-provider", "channel-admin-provider");

    private final OwnContracts own;
    private final RemoteContracts remote;
    private final Together together = new Together();
    private final OrderPage orders;

    /** Both kinds check the session and what its person may do in the provider that owns the contract. */
    public ConsolePages(OwnContracts own, RemoteContracts remote) {
        this.own = own;
        this.remote = remote;
        this.orders = new OrderPage(remote, this::messages, together);
    }

    @Override
    public void close() {
        together.close();
    }

    Routes routes() {
        Routes routes = new Routes();
        session(routes);
        work(routes);
        configuration(routes);
        channels(routes);
        return routes;
    }

    private void session(Routes routes) {
        routes.open("/login", request -> own.auth().login(request.as(LoginRequest.class)))
                .get("/me", request -> own.auth().me(new SelfRequest()))
                .post("/logout", request -> own.auth().logout(request.as(SelfRequest.class)))
                .post("/password", request -> own.auth().changePassword(request.as(ChangePasswordRequest.class)))
                .get("/users", request -> own.people().listUsers(request.as(ListQuery.class)))
                .get("/roles", request -> own.people().listRoles(request.as(ListQuery.class)))
                .get("/audit", request -> own.audit().search(request.as(AuditSearchQuery.class)))
                .get("/audit/fund", request -> remote.of(FundAuditService.class)
                        .search(request.as(FundAuditQuery.class)));
    }

    private void work(Routes routes) {
        routes.get("/overview", request -> RpcResult.ok(Overview.of(together, this::ops)))
                .get("/order-counts", request -> remote.of(OrderCountService.class)
                        .findStateCounts(request.as(StateCountsQuery.class)))
                .get("/rpc-usage", request -> own.usage().findUsage(request.as(RpcUsageQuery.class)))
                .get("/instances", request -> own.instances().findInstances(request.as(InstancesQuery.class)))
                .post("/instances/offline", request -> own.instances()
                        .takeOffline(request.as(InstanceOfflineRequest.class)))
                .post("/instances/online", request -> own.instances()
                        .bringOnline(request.as(InstanceOnlineRequest.class)))
                .get("/statements/{application}", request -> ops(request.place("application"))
                        .statements(request.as(StatementsQuery.class)))
                .get("/orders/{orderNo}", orders)
                .get("/messages/{application}", request -> messages(request.place("application"))
                        .search(request.as(MessageSearchQuery.class)))
                .get("/messages/{application}/{source}/{id}", request -> messages(request.place("application"))
                        .findMessage(request.as(MessageQuery.class)))
                .post("/messages/{application}/replay", request -> messages(request.place("application"))
                        .replay(request.as(ResolveMessageRequest.class)))
                .post("/messages/{application}/give-up", request -> messages(request.place("application"))
                        .giveUp(request.as(ResolveMessageRequest.class)))
                .get("/tasks/{taskNo}", request -> tasks().findLog(request.as(FundTaskQuery.class)))
                .post("/tasks/{taskNo}/resume", request -> tasks().resume(request.as(ResumeTaskRequest.class)))
                .get("/breakers", request -> breakers().findBreakers(request.as(BreakersQuery.class)))
                .post("/breakers/switch", request -> breakers().switchBreaker(request.as(SwitchBreakerRequest.class)))
                .get("/actions", request -> RpcResult.ok(Actions.all()))
                .get("/approvals", request -> own.approvals().findCommands(request.as(ApprovalListQuery.class)))
                .get("/approvals/{commandNo}", request -> own.approvals().findCommand(request.as(CommandNoQuery.class)))
                .post("/approvals", request -> own.approvals().propose(request.as(ProposeRequest.class)))
                .post("/approvals/{commandNo}/approve", request -> own.approvals()
                        .approve(request.as(DecideRequest.class)))
                .post("/approvals/{commandNo}/reject", request -> own.approvals()
                        .reject(request.as(DecideRequest.class)))
                .post("/approvals/{commandNo}/withdraw", request -> own.approvals()
                        .withdraw(request.as(DecideRequest.class)));
    }

    private void configuration(Routes routes) {
        routes.get("/products", request -> own.channels().listProducts(request.as(ListQuery.class)))
                .get("/products/{code}", request -> own.channels().findProduct(request.as(CodeQuery.class)))
                .get("/schemes/{code}", request -> own.channels().findScheme(request.as(CodeQuery.class)))
                .get("/institutions/{code}", request -> own.channels().findInstitution(request.as(CodeQuery.class)))
                .get("/fund-channels/{code}", request -> own.fundChannels()
                        .findFundChannel(request.as(CodeQuery.class)))
                .get("/flows", request -> flows().listActive(request.as(DefinitionKindQuery.class)))
                .get("/flows/{kind}/{name}", request -> flows().searchVersions(request.as(DefinitionNameQuery.class)))
                .get("/flows/{kind}/{name}/{version}", request -> flows().findDefinition(
                                request.as(DefinitionQuery.class)))
                .get("/flows/{kind}/{name}/{version}/shadow", request -> flows().shadow(
                                request.as(DefinitionQuery.class)))
                .post("/flows/publish", request -> flows().publish(request.as(PublishDefinitionRequest.class)))
                .post("/flows/activate", request -> flows().activate(request.as(ActivateDefinitionRequest.class)));
    }

    private void channels(Routes routes) {
        routes.get("/acquisition-channels", request -> own.acquisition()
                        .listChannels(request.as(ListChannelsQuery.class)))
                .get("/acquisition-channels/{channelCode}", request -> own.acquisition()
                        .findChannel(request.as(FindChannelQuery.class)))
                .post("/acquisition-channels", request -> own.acquisition()
                        .applyForChannel(request.as(ApplyForChannelRequest.class)))
                .post("/acquisition-channels/{channelCode}/review", request -> own.acquisition()
                        .reviewChannel(request.as(ReviewChannelRequest.class)))
                .get("/agents", request -> own.agents().listAgents(request.as(ListAgentsQuery.class)))
                .post("/agents", request -> own.agents().registerAgent(request.as(RegisterAgentRequest.class)))
                .post("/agents/{agentNo}/status", request -> own.agents()
                        .changeAgentStatus(request.as(ChangeAgentStatusRequest.class)))
                .get("/customers/{borrowerNo}", request -> own.agents().findAssignment(request.as(CustomerQuery.class)))
                .post("/customers/{borrowerNo}/assign", request -> own.agents()
                        .assignCustomer(request.as(AssignCustomerRequest.class)))
                .get("/my-orders", request -> own.agents().findMyOrders(request.as(MyOrdersQuery.class)))
                .get("/channel-days", request -> remote.of(ChannelReportService.class)
                        .findChannelDays(request.as(ChannelDaysQuery.class)))
                .get("/channel-days/{businessDate}", request -> remote.of(ChannelReportService.class)
                        .findDayOfChannels(request.as(DayOfChannelsQuery.class)))
                .get("/channel-overdue", request -> remote.of(ChannelOverdueService.class)
                        .findChannelOverdue(request.as(ChannelOverdueQuery.class)))
                .get("/channel-overdue/{businessDate}", request -> remote.of(ChannelOverdueService.class)
                        .findDayOverdue(request.as(DayOverdueQuery.class)));
    }

    private FundTaskService tasks() {
        return remote.of(FundTaskService.class);
    }

    private FundBreakerService breakers() {
        return remote.of(FundBreakerService.class);
    }

    private FundFlowAdminService flows() {
        return remote.of(FundFlowAdminService.class);
    }

    private OpsService ops(String application) {
        return isOwn(application) ? own.ops() : remote.of(OpsService.class, application);
    }

    private MessageAdminService messages(String application) {
        return isOwn(application) ? own.messages() : remote.of(MessageAdminService.class, application);
    }

    private static boolean isOwn(String application) {
        if (!PROVIDERS.contains(application)) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "application must be one of " + PROVIDERS, "application");
        }
        return application.equals(PROVIDERS.get(PROVIDERS.size() - 1));
    }
}
