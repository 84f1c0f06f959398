package io.jointlending.fund.task.rpc;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.FundStepView;
import io.jointlending.api.fund.FundTaskListView;
import io.jointlending.api.fund.FundTaskLogView;
import io.jointlending.api.fund.FundTaskQuery;
import io.jointlending.api.fund.FundTaskSearchQuery;
import io.jointlending.api.fund.FundTaskService;
import io.jointlending.api.fund.FundTaskView;
import io.jointlending.api.fund.InterveneRequest;
import io.jointlending.api.fund.ResumeTaskRequest;
import io.jointlending.api.fund.SubmitFundTaskRequest;
import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.fund.task.application.Intervene;
import io.jointlending.fund.task.application.ReplayTask;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.StepRecord;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import java.util.List;

/** The door for other services and for operators who look after tasks. */
public final class FundTaskRpc implements FundTaskService {
    private static final String SUBMIT = "FundTaskService.submit";
    private static final String RESUME = "FundTaskService.resume";
    private static final String INTERVENE = "FundTaskService.intervene";

    private final IdempotentCommands commands;
    private final FundTasks tasks;
    private final SubmitTask submit;
    private final Intervene intervene;
    private final ReplayTask replay;
    private final Runnable wakeRunner;

    /**
     * Commands and tasks share one data source.
     *
     * @param wakeRunner called when a task was submitted
     */
    public FundTaskRpc(
            IdempotentCommands commands,
            FundTasks tasks,
            SubmitTask submit,
            Intervene intervene,
            ReplayTask replay,
            Runnable wakeRunner) {
        this.commands = commands;
        this.tasks = tasks;
        this.submit = submit;
        this.intervene = intervene;
        this.replay = replay;
        this.wakeRunner = wakeRunner;
    }

    @Override
    public RpcResult<FundTaskView> submit(SubmitFundTaskRequest request) {
        String orderNo = request.orderNo();
        TaskKey key = new TaskKey(
                request.channel(),
                request.behaviour(),
                request.bizNo(),
                request.attempt(),
                orderNo,
                orderNo == null ? 0 : OrderNumbers.geneOf(orderNo));
        int priority = request.priority() == FundTask.ONLINE ? FundTask.ONLINE : FundTask.BATCH;
        FundTaskView view = commands.execute(
                CommandKey.of(SUBMIT, request.requestNo()),
                request,
                FundTaskView.class,
                () -> view(submit.run(
                        key, input(request.input()), new SubmitTask.Manner(priority, request.businessDate(), null))));
        wakeRunner.run();
        return RpcResult.ok(view);
    }

    @Override
    public RpcResult<FundTaskView> querySubmitByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(SUBMIT, query.requestNo()), FundTaskView.class));
    }

    @Override
    public RpcResult<FundTaskView> findTask(FundTaskQuery query) {
        return RpcResult.ok(view(find(query.taskNo())));
    }

    @Override
    public RpcResult<FundTaskListView> searchTasks(FundTaskSearchQuery query) {
        if (query.orderNo() == null && (query.channel() == null || query.bizNo() == null)) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "orderNo, or channel and bizNo, must be there", "orderNo");
        }
        List<FundTask> found = tasks.search(query.orderNo(), query.channel(), query.bizNo());
        return RpcResult.ok(
                new FundTaskListView(found.stream().map(FundTaskRpc::view).toList()));
    }

    @Override
    public RpcResult<FundTaskLogView> findLog(FundTaskQuery query) {
        FundTask task = find(query.taskNo());
        ReplayTask.Replay replayed = replay.run(task.id());
        List<FundStepView> steps =
                tasks.log(task.id()).stream().map(FundTaskRpc::step).toList();
        return RpcResult.ok(new FundTaskLogView(view(task), steps, replayed.path(), replayed.same()));
    }

    @Override
    public RpcResult<FundTaskView> resume(ResumeTaskRequest request) {
        Event.Intervened event =
                new Event.Intervened(request.operator(), null, Event.Action.RESUME, request.reason(), null, null);
        return RpcResult.ok(commands.execute(
                CommandKey.of(RESUME, request.requestNo()),
                request,
                FundTaskView.class,
                () -> view(intervene.run(find(request.taskNo()).id(), event, null, request.requestNo()))));
    }

    @Override
    public RpcResult<FundTaskView> queryResumeByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(RESUME, query.requestNo()), FundTaskView.class));
    }

    @Override
    public RpcResult<FundTaskView> intervene(InterveneRequest request) {
        String outcome = request.outcome();
        Event.Intervened event = new Event.Intervened(
                request.operator(),
                request.approver(),
                Event.Action.valueOf(request.action()),
                request.reason(),
                request.step(),
                outcome == null ? null : Outcome.valueOf(outcome));
        return RpcResult.ok(commands.execute(
                CommandKey.of(INTERVENE, request.requestNo()),
                request,
                FundTaskView.class,
                () -> view(intervene.run(find(request.taskNo()).id(), event, request.version(), request.requestNo()))));
    }

    @Override
    public RpcResult<FundTaskView> queryInterveneByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(INTERVENE, query.requestNo()), FundTaskView.class));
    }

    private FundTask find(String taskNo) {
        return tasks.find(Long.parseLong(taskNo.substring(1)))
                .orElseThrow(() -> new Refusal(ErrorCodes.TASK_NOT_FOUND, "taskNo"));
    }

    private static Tree.Fields input(String json) {
        Findings findings = new Findings();
        Tree tree =
                SourceReader.read(json, findings).map(source -> source.tree()).orElse(null);
        if (tree instanceof Tree.Fields fields && findings.isEmpty()) {
            return fields;
        }
        throw new Refusal(ErrorCodes.TASK_INPUT, "input must be one JSON object", "input");
    }

    private static FundTaskView view(FundTask task) {
        return new FundTaskView(
                task.state().taskNo(),
                task.key().channel(),
                task.key().behaviour(),
                task.key().bizNo(),
                task.key().attempt(),
                task.key().orderNo(),
                task.state().flow(),
                task.state().version(),
                task.status().code(),
                task.state().step(),
                task.state().phase().name(),
                task.state().requestNo(),
                task.state().touched(),
                task.age().toMillis(),
                task.reason());
    }

    private static FundStepView step(StepRecord record) {
        Category category = record.category();
        return new FundStepView(
                record.seq(),
                record.step(),
                record.kind().name(),
                record.state(),
                record.requestNo(),
                category == null ? null : category.name(),
                record.evidence().httpStatus(),
                record.evidence().elapsedMs(),
                words(record));
    }

    private static String words(StepRecord record) {
        Occurrence occurrence = record.occurrence();
        if (occurrence == null) {
            return "sent, no result yet";
        }
        Event event = occurrence.event();
        if (event instanceof Event.Lost lost) {
            return "lost: " + lost.why();
        }
        if (event instanceof Event.NotSent notSent) {
            return "not sent: " + notSent.why();
        }
        if (event instanceof Event.NotReady notReady) {
            return "not ready: " + notReady.why();
        }
        if (event instanceof Event.NotRendered notRendered) {
            return "not filled in: " + notRendered.why();
        }
        if (event instanceof Event.CalledBack called) {
            return "callback " + called.event() + " " + called.body();
        }
        if (event instanceof Event.Intervened person) {
            return person.action() + " by " + person.by() + ": " + person.reason();
        }
        return event instanceof Event.Replied replied ? "replied " + replied.body() : "wait is over";
    }
}
