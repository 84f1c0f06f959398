package io.jointlending.fund.statement.application;

import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.StatementPage;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskEnd;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a task for a page of an institution's file: the page goes to whoever reconciles it, by a message, and the next page
 * is asked for, all in the transaction that stores the end. A page that cannot be read goes nowhere, and somebody is told.
 */
public final class TakeStatement implements TaskEnd {
    /** The behaviour of the tasks whose end this is. */
    public static final String BEHAVIOUR = StatementTask.BEHAVIOUR;

    private static final Logger LOG = LoggerFactory.getLogger(TakeStatement.class);

    private final PublishedDefinitions definitions;
    private final SubmitTask submit;
    private final Outbox outbox;
    private final Consumer<Alarm> alarms;

    /** On the data source of the tasks. */
    public TakeStatement(PublishedDefinitions definitions, SubmitTask submit, Outbox outbox, Consumer<Alarm> alarms) {
        this.definitions = definitions;
        this.submit = submit;
        this.outbox = outbox;
        this.alarms = alarms;
    }

    @Override
    public void ended(FundTask task, Outcome outcome, String why) {
        if (outcome == Outcome.MANUAL) {
            return;
        }
        String channel = task.key().channel();
        try {
            if (outcome == Outcome.REJECTED) {
                throw new UnreadableStatement("the institution gives none: " + why);
            }
            take(task, StatementText.of(task.state().input(), task.state().out()), channel);
        } catch (UnreadableStatement e) {
            LOG.warn("statement not taken taskNo={} why={}", task.state().taskNo(), e.getMessage());
            alarms.accept(new Alarm(
                    "FUND_STATEMENT_UNREAD",
                    task.state().taskNo(),
                    "The file " + task.key().bizNo() + " of " + channel + " is not taken: " + e.getMessage()));
        }
    }

    @Override
    public void reopened(FundTask task) {
        // nothing of it was taken
    }

    private void take(FundTask task, StatementText page, String channel) {
        String institution = definitions
                .channel(channel)
                .orElseThrow(() -> new UnreadableStatement("no channel " + channel + " is active"))
                .institution();
        outbox.add(new OutboxMessage(
                MessageTypes.TOPIC_FUND_ROUTER,
                MessageTypes.STATEMENT_PAGE,
                "statement-" + task.state().taskNo(),
                "statement-" + channel + '-' + page.date(),
                new StatementPage(
                        institution,
                        page.fileNo(),
                        page.date(),
                        page.last(),
                        page.linesInFile(),
                        page.lines(),
                        task.state().taskNo())));
        LOG.info(
                "statement page taken taskNo={} institution={} date={} page={} of {} lines={}",
                task.state().taskNo(),
                institution,
                page.date(),
                page.page(),
                page.pages(),
                page.lines().size());
        if (!page.last()) {
            StatementTask next = new StatementTask(
                            channel, page.date(), page.page(), task.key().attempt())
                    .next();
            Tree.Fields input = next.input();
            submit.run(next.key(), input, new SubmitTask.Manner(task.priority(), null, task.traceparent()));
        }
    }
}
