package io.jointlending.fund.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.support.Eventually;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bank that hangs with a long queue behind it does not hold up the task of another bank. */
class StarvationIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The other task alone takes a tenth of a second; a place behind the queue would take minutes. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void a_task_of_one_bank_starts_at_once_behind_thousands_of_another() {
        behind(10_000);
    }

    @Test
    @Tag("drill")
    void a_task_of_one_bank_starts_at_once_behind_a_hundred_thousand_of_another() {
        behind(100_000);
    }

    private static void behind(int queued) {
        try (SchemaFixture database = SchemaFixture.create("fund_router");
                FakeBank bank = new FakeBank();
                TaskNode node = new TaskNode(database, "one", new HttpCalls(bank.address(), Duration.ofMinutes(1)))) {
            node.publishFirstBank();
            other(node, Definition.Kind.CHANNEL, FlowTexts.text("first-bank.channel"));
            other(node, Definition.Kind.FLOW, TaskNode.faster(FlowTexts.text("first-bank.loan")));
            bank.plans.put("Q", FakeBank.Loan.SLOW);
            queue(database, node.submitLoan("Q"), queued);
            node.start();
            Eventually.within(
                    LIMIT,
                    "the slow bank is asked",
                    () -> bank.seen("loan/apply", "Q").size() >= 1);

            long begun = System.nanoTime();
            database.transactions()
                    .inTransaction(() -> node.submit.run(
                            new TaskKey("other-bank", "loan", "L1", 1, null, 0),
                            TaskNode.input("L1"),
                            SubmitTask.Manner.online(null)));
            node.wake();
            Eventually.within(LIMIT, "the other bank is asked", () -> bank.moved("L1") == 1);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            assertThat(database.number("SELECT COUNT(*) FROM fund_task WHERE channel = 'first-bank' AND status = 1"))
                    .as("still queued")
                    .isGreaterThan(queued / 2);
        }
    }

    private static void other(TaskNode node, Definition.Kind kind, String text) {
        node.publishAndActivate(kind, text.replace("first-bank", "other-bank").replace("BANK-A", "BANK-B"));
    }

    /** Copies of a task that is due. */
    private static void queue(SchemaFixture database, FundTask task, int copies) {
        database.execute("CREATE TABLE copies (n INT NOT NULL PRIMARY KEY)");
        String thousand =
                "(WITH RECURSIVE i AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM i WHERE n < 1000) SELECT n FROM i)";
        database.execute("INSERT INTO copies SELECT a.n + 1000 * (b.n - 1) FROM " + thousand + " a JOIN " + thousand
                + " b WHERE b.n <= " + copies / 1000);
        database.execute(
                "INSERT INTO fund_task (id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow,"
                        + " flow_version, status, step, phase, step_since, req_no, scope, last_seq, touched, next_run_at, timer_at,"
                        + " expire_at, biz_date, priority, version, traceparent)"
                        + " SELECT 1000000 + c.n, CONCAT('T', 1000000 + c.n), channel, behaviour, CONCAT(biz_no, c.n), attempt,"
                        + " order_no, shard_key, flow, flow_version, status, step, phase, step_since, req_no, scope, last_seq,"
                        + " touched, next_run_at, timer_at, expire_at, biz_date, priority, version, traceparent"
                        + " FROM fund_task t JOIN copies c WHERE t.id = " + task.id());
        database.execute("ANALYZE TABLE fund_task");
    }
}
