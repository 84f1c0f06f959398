package io.jointlending.channel.approval;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.ApprovalListQuery;
import io.jointlending.api.approval.ApprovalPageView;
import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.approval.ApprovalView;
import io.jointlending.api.approval.CommandNoQuery;
import io.jointlending.api.approval.DecideRequest;
import io.jointlending.api.approval.DecisionView;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.Permissions;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.identity.Person;
import io.jointlending.support.rpc.CallContext;
import java.util.List;

/** The door for proposals. */
public final class ApprovalRpc implements ApprovalService {
    private static final String PROPOSE = "ApprovalService.propose";

    private final Propose propose;
    private final Decide decide;
    private final Commands commands;
    private final IdempotentCommands idempotent;

    /** One use case for each act; reading goes straight to the store. */
    public ApprovalRpc(Propose propose, Decide decide, Commands commands, IdempotentCommands idempotent) {
        this.propose = propose;
        this.decide = decide;
        this.commands = commands;
        this.idempotent = idempotent;
    }

    @Override
    public RpcResult<ApprovalView> propose(ProposeRequest request) {
        return RpcResult.ok(propose.run(CommandKey.of(PROPOSE, request.requestNo()), request, person()));
    }

    @Override
    public RpcResult<ApprovalView> queryProposeByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(idempotent.findAnswer(CommandKey.of(PROPOSE, query.requestNo()), ApprovalView.class));
    }

    @Override
    public RpcResult<ApprovalPageView> findCommands(ApprovalListQuery query) {
        Person person = person();
        List<String> approvable = Changes.approvable(person);
        List<CommandRow> rows =
                switch (query.list()) {
                    case "TO_DECIDE" ->
                        commands.toDecide(person.loginName(), approvable, query.beforeNo(), query.pageSize());
                    case "MINE" ->
                        commands.list(person.loginName(), query.status(), query.beforeNo(), query.pageSize());
                    default -> {
                        Changes.require(person, Permissions.APPROVAL_READ);
                        yield commands.list(null, query.status(), query.beforeNo(), query.pageSize());
                    }
                };
        return RpcResult.ok(new ApprovalPageView(
                rows.stream().map(CommandRow::view).toList(), commands.countToDecide(person.loginName(), approvable)));
    }

    @Override
    public RpcResult<ApprovalView> findCommand(CommandNoQuery query) {
        Person person = person();
        CommandRow row = commands.require(query.commandNo());
        boolean concerned = row.maker().equals(person.loginName())
                || person.may(Changes.rule(row.action()).approvePermission())
                || person.may(Permissions.APPROVAL_READ);
        if (!concerned) {
            throw new Refusal(ErrorCodes.NOT_PERMITTED, "commandNo");
        }
        return RpcResult.ok(row.view());
    }

    @Override
    public RpcResult<DecisionView> approve(DecideRequest request) {
        return RpcResult.ok(decide.approve(request, person()));
    }

    @Override
    public RpcResult<DecisionView> reject(DecideRequest request) {
        return RpcResult.ok(decide.reject(request, person()));
    }

    @Override
    public RpcResult<DecisionView> withdraw(DecideRequest request) {
        return RpcResult.ok(decide.withdraw(request, person()));
    }

    private static Person person() {
        return CallContext.person().orElseThrow(() -> new Refusal(ErrorCodes.SESSION_INVALID, null));
    }
}
