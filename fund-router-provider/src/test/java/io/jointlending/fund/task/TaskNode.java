package io.jointlending.fund.task;

import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.definition.application.ActivateDefinition;
import io.jointlending.fund.definition.application.LoadDefinition;
import io.jointlending.fund.definition.application.PublishDefinition;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.definition.persistence.MyBatisDefinitions;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.flow.domain.template.BorrowerProcessors;
import io.jointlending.fund.flow.domain.template.MadeUpBorrower;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.StandardProcessors;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.guard.Breakers;
import io.jointlending.fund.task.application.Intervene;
import io.jointlending.fund.task.application.LateCallbacks;
import io.jointlending.fund.task.application.ReceiveCallback;
import io.jointlending.fund.task.application.ReplayTask;
import io.jointlending.fund.task.application.RunDueTasks;
import io.jointlending.fund.task.application.RunTask;
import io.jointlending.fund.task.application.SendRequest;
import io.jointlending.fund.task.application.StoreMoves;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.CallGate;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.fund.task.domain.TaskEnd;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.fund.task.persistence.MyBatisCallbacks;
import io.jointlending.fund.task.persistence.MyBatisFundTasks;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One instance of the engine on a database. */
public final class TaskNode implements AutoCloseable {
    public static final String CHANNEL = "first-bank";
    /** The business day of every node. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static final Map<String, String> FASTER = Map.of(
            "10s", "100ms", "30s", "100ms", "1m", "100ms", "5m", "200ms", "10m", "2s", "30m", "200ms", "1h", "2s", "4h",
            "4s");

    public final MyBatisFundTasks tasks;
    public final MyBatisCallbacks callbacks;
    public final PublishedDefinitions definitions;
    public final PublishDefinition publish;
    public final ActivateDefinition activate;
    public final SubmitTask submit;
    public final RunTask runTask;
    public final ReceiveCallback receive;
    public final Intervene intervene;
    public final ReplayTask replay;
    public final String name;
    private final SchemaFixture database;
    private final TestLanes lanes;
    private final RunDueTasks due;
    private final Sweeper sweeper;

    public TaskNode(SchemaFixture database, String name, InstitutionCalls calls) {
        this(
                database,
                name,
                calls,
                new ProcessorRegistry(
                        new StandardProcessors("https://callback.invalid"),
                        new BorrowerProcessors(new MadeUpBorrower())),
                Map.of());
    }

    public TaskNode(
            SchemaFixture database,
            String name,
            InstitutionCalls calls,
            ProcessorRegistry processors,
            Map<String, TaskEnd> ends) {
        this.database = database;
        this.name = name;
        var transactions = database.transactions();
        var session = database.session();
        OrderNumbers numbers = OrderNumbers.stored(transactions, session);
        tasks = new MyBatisFundTasks(transactions, session, numbers);
        callbacks = new MyBatisCallbacks(session);
        MyBatisDefinitions stored = new MyBatisDefinitions(session);
        LoadDefinition load = new LoadDefinition(FlowTexts.PROCESSORS, false, Breakers::check);
        FundAudit audit = new FundAudit(session);
        Alarms alarms = new Alarms(session);
        definitions = new PublishedDefinitions(stored, load);
        publish = new PublishDefinition(transactions, stored, load, audit);
        activate = new ActivateDefinition(transactions, stored, definitions, tasks, audit);
        submit = new SubmitTask(tasks, definitions);
        LateCallbacks late = new LateCallbacks(callbacks, definitions, alarms);
        StoreMoves store = new StoreMoves(transactions, tasks, ends, late, alarms);
        runTask = new RunTask(
                tasks,
                callbacks,
                definitions,
                new SendRequest(processors, new OpenGate(), calls, store, () -> TODAY),
                store);
        lanes = new TestLanes(8);
        due = new RunDueTasks(tasks, definitions, lanes, runTask, name);
        sweeper = new Sweeper("tasks-" + name, Duration.ofMillis(30), due::round, lanes::idle);
        due.onFree(sweeper::wake);
        receive = new ReceiveCallback(transactions, tasks, callbacks, definitions, late, alarms, sweeper::wake);
        intervene = new Intervene(transactions, tasks, definitions, store, audit, sweeper::wake);
        replay = new ReplayTask(tasks, definitions);
    }

    /** The shipped channel and loan flow of the first bank, with waits of milliseconds. */
    public void publishFirstBank() {
        publishAndActivate(Definition.Kind.CHANNEL, FlowTexts.text("first-bank.channel"));
        publishAndActivate(Definition.Kind.FLOW, faster(FlowTexts.text("first-bank.loan")));
    }

    public void publishAndActivate(Definition.Kind kind, String text) {
        Definition draft = kind == Definition.Kind.FLOW
                ? publish.flow(text, "author", "P1")
                : publish.channel(text, "author", "P1");
        activate.run(kind, draft.name(), draft.version(), "checker", 0, "A1");
    }

    public static String faster(String text) {
        Matcher matcher = Pattern.compile("\\b(\\d+[smh])\\b").matcher(text);
        return matcher.replaceAll(found -> FASTER.getOrDefault(found.group(1), found.group(1)));
    }

    public void start() {
        sweeper.start();
    }

    /** Looks at once for what is due. */
    public void wake() {
        sweeper.wake();
    }

    /** Takes nothing new from now on, as an instance that goes offline. */
    public void pause() {
        sweeper.pause();
    }

    /** Works again. */
    public void resume() {
        sweeper.resume();
    }

    /** Whether it is paused and nothing is under way. */
    public boolean quiet() {
        return sweeper.quiet();
    }

    public FundTask submitLoan(String loanNo) {
        return database.transactions()
                .inTransaction(() -> submit.run(
                        new TaskKey(CHANNEL, "loan", loanNo, 1, null, 0),
                        input(loanNo),
                        SubmitTask.Manner.online(null)));
    }

    public static Tree.Fields input(String loanNo) {
        return (Tree.Fields) Trees.read("{\"order\": {\"no\": \"" + loanNo
                + "\", \"shareFen\": 700010, \"installments\": 12}, \"borrower\": {\"no\": \"B1\"},"
                + " \"plan\": [{\"installmentNo\": 1, \"principalFen\": 700010, \"dueDate\": \"2026-12-21\"}]}");
    }

    public boolean callBack(String loanNo, String messageNo, String status) {
        return receive.run(
                CHANNEL,
                "loan-result",
                Trees.read("{\"head\": {\"msgId\": \"" + messageNo + "\"}, \"body\": {\"loanNo\": \"" + loanNo
                        + "\", \"status\": \"" + status + "\", \"name\": \"Somebody Private\"}}"));
    }

    @Override
    public void close() {
        due.stop();
        sweeper.close();
        lanes.close();
    }

    private static final class OpenGate implements CallGate {
        @Override
        public Entry enter(
                io.jointlending.fund.flow.domain.channel.ChannelDefinition channel,
                io.jointlending.fund.flow.domain.Endpoint endpoint,
                String permitId) {
            return new Place();
        }
    }

    private static final class Place implements CallGate.Entry.Granted {
        @Override
        public boolean inTime() {
            return true;
        }

        @Override
        public void over(io.jointlending.fund.task.domain.CallResult result) {}

        @Override
        public void close() {}
    }
}
