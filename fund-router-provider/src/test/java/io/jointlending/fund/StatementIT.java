package io.jointlending.fund;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.StatementPage;
import io.jointlending.api.reconciliation.FileLineRequest;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.statement.application.AskStatements;
import io.jointlending.fund.statement.application.TakeStatement;
import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.fund.task.TaskNode;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskEnd;
import io.jointlending.support.Eventually;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.schema.ArchiveReport;
import io.jointlending.support.schema.ArchiveRequest;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of institutions are asked for page by page, and every page is handed on once. */
class StatementIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path SCRIPTS =
            Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "fund_router");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 20);
    private static final String LINE =
            """
            {"loanNo":"L%d","kind":"PAYMENT","principal":"%s","interest":"0.07","penalty":"0.00","fee":"0.00","name":"Li Lei"}""";

    private final SchemaFixture database = SchemaFixture.create("fund_router");
    private final FakeBank bank = new FakeBank();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private final Ends ends = new Ends();
    private final TaskNode engine = new TaskNode(
            database,
            "engine",
            new HttpCalls(bank.address(), Duration.ofSeconds(20)),
            FlowTexts.PROCESSORS,
            Map.of(TakeStatement.BEHAVIOUR, ends));
    private final AskStatements job = new AskStatements(engine.definitions, engine.submit);

    @BeforeEach
    void open() {
        ends.take = new TakeStatement(engine.definitions, engine.submit, outbox.outbox(), alarms::add);
        engine.publishAndActivate(Definition.Kind.CHANNEL, FlowTexts.text("first-bank.channel"));
        engine.publishAndActivate(Definition.Kind.CHANNEL, FlowTexts.text("second-bank.channel"));
        engine.publishAndActivate(Definition.Kind.FLOW, FlowTexts.text("first-bank.statement"));
        engine.start();
    }

    @AfterEach
    void close() {
        engine.close();
        bank.close();
        database.close();
    }

    @Test
    void every_page_is_asked_for_after_the_one_before_and_handed_on_once_with_what_was_taken_alone() {
        bank.statements.put("20261220 1", page("F7", 2, 3, LINE.formatted(1, "-583.34"), LINE.formatted(2, "12.5")));
        bank.statements.put("20261220 2", page("F7", 2, 3, LINE.formatted(3, "1")));

        assertThat(ask()).as("banks with such a flow").isEqualTo(1);
        assertThat(ask()).as("again").isEqualTo(1);
        awaitEnded(2);

        assertThat(outbox.bodies(MessageTypes.STATEMENT_PAGE, StatementPage.class))
                .containsExactly(
                        new StatementPage(
                                "BANK-A",
                                "F7",
                                DAY,
                                false,
                                3,
                                List.of(line(1, "L1", -58_334), line(2, "L2", 1_250)),
                                "T000000000001"),
                        new StatementPage(
                                "BANK-A", "F7", DAY, true, 3, List.of(line(1_001, "L3", 100)), "T000000000002"));
        assertThat(alarms).isEmpty();
        assertThat(PersonalData.in(database)).isEmpty();
        assertThat(engine.replay.run(1).same()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, line 1: principalYuan is no amount in yuan",
        "1e9, line 1: principalYuan is no amount in yuan",
        "'', line 1: principalYuan is no amount in yuan"
    })
    void a_page_that_cannot_be_read_goes_nowhere_and_somebody_is_told(String amount, String why) {
        bank.statements.put("20261220 1", page("F7", 2, 3, LINE.formatted(1, amount)));

        ask();
        awaitEnded(1);

        assertThat(outbox.keys()).isEmpty();
        assertThat(alarms)
                .containsExactly(new Alarm(
                        "FUND_STATEMENT_UNREAD",
                        "T000000000001",
                        "The file 20261220-1 of first-bank is not taken: " + why));
        assertThat(database.number("SELECT COUNT(*) FROM fund_task")).isEqualTo(1);
    }

    @Test
    void a_file_without_lines_is_handed_on_too() {
        bank.statements.put("20261220 1", page("F8", 0, 0));

        ask();
        awaitEnded(1);

        assertThat(outbox.bodies(MessageTypes.STATEMENT_PAGE, StatementPage.class))
                .containsExactly(new StatementPage("BANK-A", "F8", DAY, true, 0, List.of(), "T000000000001"));
    }

    @Test
    void the_tasks_of_old_files_are_archived_and_read_as_before_and_those_that_wait_for_a_person_stay()
            throws SQLException {
        LocalDate unread = DAY.minusDays(2);
        LocalDate old = DAY.minusDays(1);
        bank.statements.put("20261218 1", "{\"head\":{\"code\":\"7777\"}}");
        bank.statements.put("20261219 1", page("F6", 2, 2, LINE.formatted(1, "1")));
        bank.statements.put("20261219 2", page("F6", 2, 2, LINE.formatted(2, "1")));
        bank.statements.put("20261220 1", page("F7", 1, 1, LINE.formatted(1, "1")));
        List.of(unread, old, DAY).forEach(this::ask);
        Eventually.within(
                LIMIT,
                "four pages were asked for",
                () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status >= 7") == 4);
        database.execute("UPDATE fund_task SET created_at = created_at - INTERVAL 100 DAY WHERE biz_no < '20261220'");
        List<String> before = tasks("20261219-1", "20261219-2");
        LocalDate month = LocalDate.parse(
                database.texts("SELECT CURDATE() - INTERVAL 30 DAY").get(0));

        ArchiveReport report = archive(month);

        assertThat(report.rows()).containsEntry("fund_task", 2L).containsEntry("fund_step_log", 2L);
        assertThat(report.batches()).as("one task a batch").isEqualTo(2);
        assertThat(report.finished()).isTrue();
        assertThat(database.texts("SELECT CONCAT(biz_no, ' ', status) FROM fund_task ORDER BY biz_no"))
                .containsExactly("20261218-1 9", "20261220-1 7");
        assertThat(tasks("20261219-1", "20261219-2")).isEqualTo(before);
        assertThat(archive(month).rows()).isEmpty();
        try (Connection connection = database.open()) {
            assertThat(SchemaScripts.verify(connection, SCRIPTS).broken()).isEmpty();
        }
    }

    private ArchiveReport archive(LocalDate before) throws SQLException {
        try (Connection connection = database.open()) {
            return SchemaScripts.archive(connection, SCRIPTS, new ArchiveRequest(before, 1, 100, 0, false), line -> {});
        }
    }

    /** Tasks with their logs, which replay to their states. */
    private List<String> tasks(String... numbers) {
        List<String> found = new ArrayList<>();
        for (String number : numbers) {
            FundTask task = engine.tasks.search(null, "first-bank", number).get(0);
            assertThat(engine.replay.run(task.id()).same()).isTrue();
            found.add(task.key() + " " + task.status() + " " + task.state() + engine.tasks.log(task.id()));
        }
        return found;
    }

    private long ask() {
        return ask(DAY);
    }

    private long ask(LocalDate day) {
        Step step = database.transactions().inTransaction(() -> job.step(new Slice(day.plusDays(1), 0, 1, "")));
        assertThat(step.last()).isTrue();
        engine.wake();
        return step.rows();
    }

    private void awaitEnded(int tasks) {
        Eventually.within(
                LIMIT,
                tasks + " pages came",
                () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status = 7") == tasks);
    }

    private static String page(String fileNo, int pages, int lines, String... entries) {
        return "{\"head\":{\"code\":\"0000\"},\"body\":{\"fileNo\":\"" + fileNo + "\",\"pages\":\"" + pages
                + "\",\"lineCount\":\"" + lines + "\",\"lines\":[" + String.join(",", entries) + "]}}";
    }

    private static FileLineRequest line(int number, String loan, long principalFen) {
        return new FileLineRequest(number, loan, "PAYMENT", principalFen, 7L, 0L, 0L, null);
    }

    /** The end of tasks, which is made of the engine that needs it. */
    private static final class Ends implements TaskEnd {
        private volatile @Nullable TakeStatement take;

        @Override
        public void ended(FundTask task, Outcome outcome, String why) {
            Objects.requireNonNull(take).ended(task, outcome, why);
        }

        @Override
        public void reopened(FundTask task) {
            Objects.requireNonNull(take).reopened(task);
        }
    }
}
