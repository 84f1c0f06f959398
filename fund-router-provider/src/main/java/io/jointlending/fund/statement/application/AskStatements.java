package io.jointlending.fund.statement.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalDate;
import java.time.LocalTime;

/** Every morning, asks each institution whose channel has a flow {@code statement} for its file of the day before. */
public final class AskStatements implements Job {
    /** Before the files are compared. */
    private static final LocalTime FROM = LocalTime.of(8, 0);

    private static final int FIRST = 1;

    private final PublishedDefinitions definitions;
    private final SubmitTask submit;

    /** On the data source of the tasks. */
    public AskStatements(PublishedDefinitions definitions, SubmitTask submit) {
        this.definitions = definitions;
        this.submit = submit;
    }

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    /** A task that is there already stays as it is. */
    @Override
    public Step step(Slice slice) {
        LocalDate date = slice.businessDate().minusDays(1);
        int asked = 0;
        for (ChannelDefinition channel : definitions.channels()) {
            if (definitions
                    .activeFlow(channel.channel() + "." + StatementTask.BEHAVIOUR)
                    .isPresent()) {
                StatementTask page = new StatementTask(channel.channel(), date, FIRST, FIRST);
                submit.run(page.key(), page.input(), new SubmitTask.Manner(FundTask.BATCH, null, null));
                asked++;
            }
        }
        return Step.done(asked);
    }
}
