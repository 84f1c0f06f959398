package io.jointlending.fund.funding.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.Institutions;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.funding.domain.LegStatus;
import io.jointlending.fund.funding.domain.LoanInput;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.support.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks institutions by tasks that follow their flows {@code loan} and {@code cancel}: a leg is one task. Nothing is sent here; the
 * runner of tasks does that, and the end of a task makes the funding due.
 */
public final class AskByTask implements Institutions {
    /** The behaviour of tasks that ask for money. */
    public static final String LOAN = "loan";

    /** The behaviour of tasks that take a loan back. */
    public static final String CANCEL = "cancel";

    private final FundTasks tasks;
    private final SubmitTask submit;
    private final PublishedDefinitions definitions;
    private final Runnable wakeRunner;

    /**
     * Tasks and fundings share one data source.
     *
     * @param wakeRunner called when tasks were made
     */
    public AskByTask(FundTasks tasks, SubmitTask submit, PublishedDefinitions definitions, Runnable wakeRunner) {
        this.tasks = tasks;
        this.submit = submit;
        this.definitions = definitions;
        this.wakeRunner = wakeRunner;
    }

    @Override
    public boolean reaches(String institutionCode) {
        return channelWith(institutionCode, LOAN).isPresent();
    }

    @Override
    public boolean cancels(String institutionCode) {
        return channelWith(institutionCode, CANCEL).isPresent();
    }

    @Override
    public void ask(Funding funding, Leg leg) {
        submit(funding, leg, LOAN, LoanInput.of(funding, leg));
    }

    @Override
    public void cancel(Funding funding, Leg leg) {
        submit(funding, leg, CANCEL, LoanInput.ofCancel(funding, leg));
    }

    private void submit(Funding funding, Leg leg, String behaviour, Tree.Fields input) {
        String channel = channelWith(leg.institutionCode(), behaviour)
                .orElseThrow(() -> new Refusal(
                        ErrorCodes.DEFINITION_NOT_FOUND,
                        "no flow " + behaviour + " of " + leg.institutionCode() + " is active",
                        "behaviour"));
        TaskKey key = new TaskKey(
                channel,
                behaviour,
                funding.numberOf(leg),
                funding.task().routeAttempt(),
                funding.task().orderNo(),
                funding.task().shardKey());
        submit.run(key, input, SubmitTask.Manner.online(funding.task().traceparent()));
    }

    private Optional<String> channelWith(String institutionCode, String behaviour) {
        return definitions
                .channelTo(institutionCode)
                .map(ChannelDefinition::channel)
                .filter(channel ->
                        definitions.activeFlow(channel + "." + behaviour).isPresent());
    }

    /** By the tasks that exist, whatever is active now. */
    @Override
    public List<Leg> answered(Funding funding) {
        List<Leg> answered = new ArrayList<>();
        if (funding.legs().stream().anyMatch(AskByTask::underWay)) {
            List<FundTask> made = tasks.search(funding.task().orderNo(), null, null);
            for (Leg leg : funding.legs()) {
                if (underWay(leg)) {
                    task(made, leg.status() == LegStatus.SENT ? LOAN : CANCEL, funding.numberOf(leg))
                            .flatMap(task -> answer(leg, task))
                            .ifPresent(answered::add);
                }
            }
        }
        return answered;
    }

    private static boolean underWay(Leg leg) {
        return leg.status() == LegStatus.SENT || leg.status() == LegStatus.CANCELLING;
    }

    private static Optional<FundTask> task(List<FundTask> made, String behaviour, String bizNo) {
        return made.stream()
                .filter(task -> task.key().behaviour().equals(behaviour)
                        && task.key().bizNo().equals(bizNo))
                .findFirst();
    }

    /** What a person has to decide about is not decided. */
    private static Optional<Leg> answer(Leg leg, FundTask task) {
        String why = task.reason() == null ? "refused" : task.reason();
        boolean cancel = leg.status() == LegStatus.CANCELLING;
        return switch (task.status()) {
            case SUCCESS -> Optional.of(cancel ? leg.cancelled("taken back") : leg.accepted(leg.amountFen()));
            case REJECTED -> Optional.of(cancel ? leg.kept("cannot be taken back: " + why) : leg.rejected(why));
            case OPEN, RUNNING, MANUAL -> Optional.empty();
        };
    }

    @Override
    public void begin() {
        wakeRunner.run();
    }
}
