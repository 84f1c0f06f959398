package io.jointlending.fund.funding.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.funding.domain.FundAnswer;
import io.jointlending.fund.funding.domain.FundRequest;
import io.jointlending.fund.funding.domain.Institution;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.support.tx.Transactions;
import java.util.Optional;

/**
 * Asks an institution by a task that follows its flow {@code loan}: one leg is one task. Nothing is sent here; the runner of
 * tasks does that, and the end of the task makes the funding due. An institution without an active channel is asked as before.
 */
public final class AskByTask implements Institution {
    /** The behaviour of the tasks made here. */
    public static final String LOAN = "loan";

    private final Transactions transactions;
    private final FundTasks tasks;
    private final SubmitTask submit;
    private final PublishedDefinitions definitions;
    private final Institution withoutChannel;
    private final Runnable wakeRunner;

    /**
     * @param withoutChannel asks institutions that no active channel leads to
     * @param wakeRunner called when a task was made
     */
    public AskByTask(
            Transactions transactions,
            FundTasks tasks,
            SubmitTask submit,
            PublishedDefinitions definitions,
            Institution withoutChannel,
            Runnable wakeRunner) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.submit = submit;
        this.definitions = definitions;
        this.withoutChannel = withoutChannel;
        this.wakeRunner = wakeRunner;
    }

    @Override
    public FundAnswer submit(FundRequest request) {
        TaskKey key = key(request).orElse(null);
        if (key == null) {
            return withoutChannel.submit(request);
        }
        FundTask task = transactions.inTransaction(
                () -> submit.run(key, request.input(), SubmitTask.Manner.online(request.traceparent())));
        wakeRunner.run();
        return answer(task);
    }

    @Override
    public FundAnswer query(FundRequest request) {
        TaskKey key = key(request).orElse(null);
        if (key == null) {
            return withoutChannel.query(request);
        }
        return tasks.find(key).map(AskByTask::answer).orElseGet(FundAnswer::unknownNumber);
    }

    private Optional<TaskKey> key(FundRequest request) {
        return definitions
                .channelTo(request.institutionCode())
                .map(ChannelDefinition::channel)
                .map(channel -> new TaskKey(
                        channel, LOAN, request.subOrderNo(), request.attempt(), request.orderNo(), request.shardKey()));
    }

    /** What a person has to decide about is not decided. */
    private static FundAnswer answer(FundTask task) {
        return switch (task.status()) {
            case SUCCESS -> FundAnswer.accepted();
            case REJECTED -> FundAnswer.refused(task.reason() == null ? "refused" : task.reason());
            case OPEN, RUNNING, MANUAL -> FundAnswer.processing();
        };
    }
}
