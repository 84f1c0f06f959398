package io.jointlending.api.fund;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Flows that run with institutions, for other services and for operators. */
public interface FundTaskService {
    /**
     * Asks an institution for something; the answer comes when it comes. The same channel, behaviour, bizNo and attempt once more
     * is the same task.
     *
     * <p>Codes: A0602 no such flow is active; A0603 the input is not as the flow declares it, or differs from that of the task.
     */
    @Command
    RpcResult<FundTaskView> submit(SubmitFundTaskRequest request);

    /** The stored answer of {@link #submit}. */
    @Query
    RpcResult<FundTaskView> querySubmitByRequestNo(RequestNoQuery query);

    /** One task. Code: A0606. */
    @Query
    @RequirePermission(Permissions.TASK_READ)
    RpcResult<FundTaskView> findTask(FundTaskQuery query);

    /** Tasks of an order or of a business number. Code: A0400 when neither is named. */
    @Query
    @RequirePermission(Permissions.TASK_READ)
    RpcResult<FundTaskListView> searchTasks(FundTaskSearchQuery query);

    /** Every event of a task, and whether a replay of them gives what is stored. Code: A0606. */
    @Query
    @RequirePermission(Permissions.TASK_READ)
    RpcResult<FundTaskLogView> findLog(FundTaskQuery query);

    /**
     * Lets a task that waits for a person go on where it stands.
     *
     * <p>Codes: A0606 no such task; A0607 it does not wait for a person, or is archived.
     */
    @Command
    @RequirePermission(Permissions.TASK_RESUME)
    RpcResult<FundTaskView> resume(ResumeTaskRequest request);

    /** The stored answer of {@link #resume}. */
    @Query
    RpcResult<FundTaskView> queryResumeByRequestNo(RequestNoQuery query);

    /**
     * Resumes, moves or ends a task; two persons agree on it.
     *
     * <p>Codes: A0606 no such task; A0602 no such version; A0607 the task or the rules do not allow it, or it is archived.
     */
    @Command
    @FourEyes(Actions.INTERVENE_TASK)
    RpcResult<FundTaskView> intervene(InterveneRequest request);

    /** The stored answer of {@link #intervene}. */
    @Query
    RpcResult<FundTaskView> queryInterveneByRequestNo(RequestNoQuery query);
}
