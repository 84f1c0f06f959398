package io.jointlending.support.job;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.JobAdminService;
import io.jointlending.api.ops.JobRunView;
import io.jointlending.api.ops.JobShardView;
import io.jointlending.api.ops.JobStatusQuery;
import io.jointlending.api.ops.RunJobRequest;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs by command. */
public final class JobAdminRpc implements JobAdminService {
    private static final Logger LOG = LoggerFactory.getLogger(JobAdminRpc.class);
    private static final String RUN = "JobAdminService.run";

    private final JobRunner runner;
    private final IdempotentCommands commands;
    private final BusinessCalendar calendar;

    /** The service for the jobs of this runner. */
    public JobAdminRpc(JobRunner runner, IdempotentCommands commands, BusinessCalendar calendar) {
        this.runner = runner;
        this.commands = commands;
        this.calendar = calendar;
    }

    @Override
    public RpcResult<JobRunView> run(RunJobRequest request) {
        Job job = job(request.job());
        LocalDate today = calendar.today();
        JobRunView view = commands.execute(CommandKey.of(RUN, request.requestNo()), request, JobRunView.class, () -> {
            if (request.businessDate().isAfter(today)) {
                throw new Refusal(
                        ErrorCodes.JOB_DATE_REFUSED,
                        "businessDate " + request.businessDate() + " is after " + today,
                        "businessDate");
            }
            runner.start(job, request.businessDate(), request.operator());
            return view(job, request.businessDate());
        });
        LOG.info("job={} date={} wanted by operator={}", job.name(), request.businessDate(), request.operator());
        runner.wake();
        return RpcResult.ok(view);
    }

    @Override
    public RpcResult<JobRunView> queryRunByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(RUN, query.requestNo()), JobRunView.class));
    }

    @Override
    public RpcResult<JobRunView> status(JobStatusQuery query) {
        return RpcResult.ok(view(job(query.job()), query.businessDate()));
    }

    private Job job(String name) {
        return runner.find(name).orElseThrow(() -> new Refusal(ErrorCodes.JOB_NOT_FOUND, "job"));
    }

    private JobRunView view(Job job, LocalDate date) {
        List<ShardProgress> shards = runner.progress(job, date);
        return new JobRunView(
                job.name(),
                date,
                statusOf(shards),
                shards.size(),
                Math.toIntExact(shards.stream().filter(ShardProgress::done).count()),
                shards.stream().mapToLong(ShardProgress::doneRows).sum(),
                shards.stream()
                        .map(shard -> new JobShardView(
                                shard.shard(),
                                shard.state(),
                                shard.cursorKey(),
                                shard.doneRows(),
                                shard.attempts(),
                                shard.failures(),
                                shard.lastError(),
                                shard.leaseOwner()))
                        .toList());
    }

    private static String statusOf(List<ShardProgress> shards) {
        if (shards.isEmpty()) {
            return "NOT_STARTED";
        }
        return shards.stream().allMatch(ShardProgress::done) ? "DONE" : "RUNNING";
    }
}
