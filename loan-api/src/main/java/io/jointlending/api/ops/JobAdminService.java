package io.jointlending.api.ops;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * The jobs of a business date: day-end snapshots, collection and the like. Exported with {@code group=<application name>} by
 * the providers that have jobs. A timer starts them too; the names are listed in docs/operations.md.
 */
public interface JobAdminService {
    /**
     * Starts the run of a date if it was not started yet, and lets its failed shards go on at once. A run that is done
     * stays done. Codes: A0561, A0562.
     */
    @Command
    @RequirePermission(Permissions.JOB_RUN)
    RpcResult<JobRunView> run(RunJobRequest request);

    /** The answer that was given to a request. */
    @Query
    RpcResult<JobRunView> queryRunByRequestNo(RequestNoQuery query);

    /** How far the run of a date is. Code: A0561. */
    @Query
    @RequirePermission(Permissions.JOB_READ)
    RpcResult<JobRunView> status(JobStatusQuery query);
}
