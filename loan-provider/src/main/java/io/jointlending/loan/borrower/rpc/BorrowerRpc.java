package io.jointlending.loan.borrower.rpc;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.loan.BorrowerService;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.loan.borrower.application.ActivateBorrower;
import io.jointlending.loan.borrower.application.FindBorrower;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Borrowers over RPC. */
public final class BorrowerRpc implements BorrowerService {
    private final ActivateBorrower activate;
    private final FindBorrower find;
    private final IdempotentCommands commands;

    public BorrowerRpc(ActivateBorrower activate, FindBorrower find, IdempotentCommands commands) {
        this.activate = activate;
        this.find = find;
        this.commands = commands;
    }

    @Override
    public RpcResult<BorrowerView> activate(ActivateBorrowerRequest request) {
        return RpcResult.ok(activate.run(request));
    }

    @Override
    public RpcResult<BorrowerView> queryActivateByRequestNo(RequestNoQuery query) {
        CommandKey key = CommandKey.of(ActivateBorrower.OPERATION, query.requestNo());
        return RpcResult.ok(commands.findAnswer(key, BorrowerView.class));
    }

    @Override
    public RpcResult<BorrowerView> findBorrower(BorrowerQuery query) {
        return RpcResult.ok(find.run(query.borrowerNo()));
    }
}
