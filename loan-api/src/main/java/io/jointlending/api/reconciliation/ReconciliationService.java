package io.jointlending.api.reconciliation;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * The file that an institution sends for a date against our split lines of that date. Lines are alike when sub-order, kind and
 * every component are. What is left over is looked for on the day before and the day after (CROSS_DAY), then paired by
 * sub-order and kind (AMOUNT); what has no partner is MISSING in the file or EXTRA in it. Nothing is corrected here: each
 * difference is a row that a person closes.
 */
public interface ReconciliationService {
    /**
     * Takes over one page of a file; the last page completes it, and an older file for the same date is REPLACED. Pages may come
     * in any order and again.
     *
     * <p>Codes: A0582 the file is complete already, has another date, or lines are missing when the last page comes.
     */
    @Command
    RpcResult<ReconFileView> importFile(ImportFileRequest request);

    /** The stored answer of {@link #importFile}. */
    @Query
    RpcResult<ReconFileView> queryImportFileByRequestNo(RequestNoQuery query);

    /**
     * Starts the comparison of a complete file; {@link #findFile} shows how far it is.
     *
     * <p>Codes: A0572 the date is not closed; A0581 no such file; A0582 the file is not complete, or REPLACED.
     */
    @Command
    RpcResult<ReconFileView> compareFile(CompareFileRequest request);

    /** The stored answer of {@link #compareFile}. */
    @Query
    RpcResult<ReconFileView> queryCompareFileByRequestNo(RequestNoQuery query);

    /** A file now. Code: A0581. */
    @Query
    @RequirePermission(Permissions.DIFFERENCE_READ)
    RpcResult<ReconFileView> findFile(FileQuery query);

    /** Differences, oldest first. */
    @Query
    @RequirePermission(Permissions.DIFFERENCE_READ)
    RpcResult<DifferencePageView> findDifferences(DifferenceQuery query);

    /** Gives a difference to another owner. Codes: A0583 no such difference, A0584 it is closed. */
    @Command
    @RequirePermission(Permissions.DIFFERENCE_ASSIGN)
    RpcResult<DifferenceView> assignDifference(AssignDifferenceRequest request);

    /** The stored answer of {@link #assignDifference}. */
    @Query
    RpcResult<DifferenceView> queryAssignDifferenceByRequestNo(RequestNoQuery query);

    /** Closes a difference for good. Codes: A0583 no such difference, A0584 it is closed. */
    @Command
    @FourEyes(Actions.CLOSE_DIFFERENCE)
    RpcResult<DifferenceView> closeDifference(CloseDifferenceRequest request);

    /** The stored answer of {@link #closeDifference}. */
    @Query
    RpcResult<DifferenceView> queryCloseDifferenceByRequestNo(RequestNoQuery query);
}
