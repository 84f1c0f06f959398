package io.jointlending.repayment.reconciliation;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.reconciliation.AssignDifferenceRequest;
import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.api.reconciliation.CompareFileRequest;
import io.jointlending.api.reconciliation.DifferencePageView;
import io.jointlending.api.reconciliation.DifferenceQuery;
import io.jointlending.api.reconciliation.DifferenceView;
import io.jointlending.api.reconciliation.FileQuery;
import io.jointlending.api.reconciliation.ImportFileRequest;
import io.jointlending.api.reconciliation.ReconFileView;
import io.jointlending.api.reconciliation.ReconciliationService;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import org.apache.ibatis.session.SqlSession;

/** The contract of reconciliation: each method is one use case. */
public final class ReconciliationRpc implements ReconciliationService {
    private final ReceiveFile receiveFile;
    private final CompareFile compareFile;
    private final Differences differences;
    private final ReconMapper files;
    private final IdempotentCommands commands;

    /** The contract over these use cases. */
    public ReconciliationRpc(
            ReceiveFile receiveFile,
            CompareFile compareFile,
            Differences differences,
            SqlSession session,
            IdempotentCommands commands) {
        this.receiveFile = receiveFile;
        this.compareFile = compareFile;
        this.differences = differences;
        this.files = Mappers.of(session, ReconMapper.class);
        this.commands = commands;
    }

    @Override
    public RpcResult<ReconFileView> importFile(ImportFileRequest request) {
        return RpcResult.ok(receiveFile.run(request));
    }

    @Override
    public RpcResult<ReconFileView> queryImportFileByRequestNo(RequestNoQuery query) {
        return stored(ReceiveFile.OPERATION, query, ReconFileView.class);
    }

    @Override
    public RpcResult<ReconFileView> compareFile(CompareFileRequest request) {
        return RpcResult.ok(compareFile.run(request));
    }

    @Override
    public RpcResult<ReconFileView> queryCompareFileByRequestNo(RequestNoQuery query) {
        return stored(CompareFile.OPERATION, query, ReconFileView.class);
    }

    @Override
    public RpcResult<ReconFileView> findFile(FileQuery query) {
        ReconFileRow row = files.find(query.institutionCode(), query.fileNo());
        if (row == null) {
            throw new Refusal(ErrorCodes.FILE_NOT_FOUND, "fileNo");
        }
        return RpcResult.ok(row.view());
    }

    @Override
    public RpcResult<DifferencePageView> findDifferences(DifferenceQuery query) {
        return RpcResult.ok(differences.find(query));
    }

    @Override
    public RpcResult<DifferenceView> assignDifference(AssignDifferenceRequest request) {
        return RpcResult.ok(differences.assign(request));
    }

    @Override
    public RpcResult<DifferenceView> queryAssignDifferenceByRequestNo(RequestNoQuery query) {
        return stored(Differences.ASSIGN, query, DifferenceView.class);
    }

    @Override
    public RpcResult<DifferenceView> closeDifference(CloseDifferenceRequest request) {
        return RpcResult.ok(differences.close(request));
    }

    @Override
    public RpcResult<DifferenceView> queryCloseDifferenceByRequestNo(RequestNoQuery query) {
        return stored(Differences.CLOSE, query, DifferenceView.class);
    }

    private <A> RpcResult<A> stored(String operation, RequestNoQuery query, Class<A> type) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(operation, query.requestNo()), type));
    }
}
