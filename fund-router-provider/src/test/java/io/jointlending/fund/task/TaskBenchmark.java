package io.jointlending.fund.task;

import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.support.Eventually;
import io.jointlending.support.json.Json;
import io.jointlending.support.wiring.SchemaFixture;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * {@code scripts/bench fund}: tasks of one call each against a bank on a socket that answers at once, with one and with two
 * instances, beside a bare loop on the same database that claims as many rows in batches, then updates each and inserts a row
 * for it in one transaction. Argument: tasks.
 */
public final class TaskBenchmark {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int THREADS = 8;
    private static final int BATCH = 16;
    private static final int WARM_UP = 1000;

    private final SchemaFixture schema;
    private final FakeBank bank;
    private final int tasks;
    private int made;

    private TaskBenchmark(SchemaFixture schema, FakeBank bank, int tasks) {
        this.schema = schema;
        this.bank = bank;
        this.tasks = tasks;
    }

    /** See the class; one line of JSON on stdout. */
    public static void main(String[] arguments) throws Exception {
        int tasks = Integer.parseInt(arguments[0]);
        Map<String, Object> result;
        try (SchemaFixture schema = SchemaFixture.create("fund_router");
                FakeBank bank = new FakeBank()) {
            result = new TaskBenchmark(schema, bank, tasks).run();
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Json.write(result));
        Runtime.getRuntime().halt(0);
    }

    private Map<String, Object> run() throws Exception {
        schema.execute(
                "CREATE TABLE bench_row (id BIGINT AUTO_INCREMENT PRIMARY KEY, status TINYINT NOT NULL, version INT NOT NULL,"
                        + " scope VARCHAR(1000) NOT NULL, KEY idx_status (status, id))");
        schema.execute(
                "CREATE TABLE bench_log (task_id BIGINT NOT NULL, seq INT NOT NULL, event VARCHAR(1000) NOT NULL,"
                        + " PRIMARY KEY (task_id, seq))");
        measured(1, Math.min(tasks, WARM_UP)); // connections, classes, code
        bare(Math.min(tasks, WARM_UP));
        List<BigDecimal> one = new ArrayList<>();
        List<BigDecimal> two = new ArrayList<>();
        List<BigDecimal> bare = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            bare.add(bare(tasks));
            one.add(measured(1, tasks));
            two.add(measured(2, tasks));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("tasks", tasks);
        result.put("barePerSecond", median(bare));
        result.put("onePerSecond", median(one));
        result.put("twoPerSecond", median(two));
        result.put("oneOfBare", median(one).divide(median(bare), 2, RoundingMode.HALF_UP));
        result.put("twoOfBare", median(two).divide(median(bare), 2, RoundingMode.HALF_UP));
        return result;
    }

    private BigDecimal measured(int instances, int count) {
        List<TaskNode> nodes = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            nodes.add(new TaskNode(schema, "bench-" + i, new HttpCalls(bank.address(), Duration.ofSeconds(20))));
        }
        if (made == 0) {
            nodes.get(0).publishAndActivate(Definition.Kind.CHANNEL, FlowTexts.text("first-bank.channel"));
            nodes.get(0).publishAndActivate(Definition.Kind.FLOW, FlowTexts.text("first-bank.credit"));
        }
        schema.transactions().inTransaction(() -> {
            for (int i = 0; i < count; i++) {
                String no = "B" + made++;
                nodes.get(0)
                        .submit
                        .run(
                                new TaskKey(TaskNode.CHANNEL, "credit", no, 1, null, 0),
                                (io.jointlending.fund.flow.domain.tree.Tree.Fields)
                                        Trees.read("{\"credit\": {\"no\": \"" + no
                                                + "\", \"limitFen\": 5000000}, \"borrower\": {\"no\": \"B1\"}}"),
                                SubmitTask.Manner.online(null));
            }
        });
        long begun = System.nanoTime();
        nodes.forEach(TaskNode::start);
        Eventually.within(
                LIMIT, "all end", () -> schema.number("SELECT COUNT(*) FROM fund_task WHERE status IN (1, 2)") == 0);
        long nanos = System.nanoTime() - begun;
        nodes.forEach(TaskNode::close);
        if (schema.number("SELECT COUNT(*) FROM fund_task WHERE status <> 7") != 0) {
            throw new IllegalStateException("not every task succeeded");
        }
        return perSecond(count, nanos);
    }

    private BigDecimal bare(int count) throws Exception {
        schema.execute("DELETE FROM bench_row");
        schema.execute("DELETE FROM bench_log");
        String scope = "x".repeat(600);
        try (Connection connection = schema.open();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO bench_row (status, version, scope) VALUES (1, 1, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setString(1, scope);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(THREADS);
        List<Callable<Integer>> loops = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            loops.add(() -> loop(scope));
        }
        long begun = System.nanoTime();
        int done = 0;
        for (Future<Integer> loop : pool.invokeAll(loops)) {
            done += loop.get();
        }
        long nanos = System.nanoTime() - begun;
        pool.shutdownNow();
        if (done != count) {
            throw new IllegalStateException(done + " of " + count);
        }
        return perSecond(count, nanos);
    }

    private int loop(String scope) throws SQLException {
        int done = 0;
        try (Connection connection = schema.open();
                PreparedStatement lock =
                        connection.prepareStatement("SELECT id FROM bench_row WHERE status = 1 ORDER BY id LIMIT "
                                + BATCH + " FOR UPDATE SKIP LOCKED");
                PreparedStatement claim = connection.prepareStatement(
                        "UPDATE bench_row SET status = 2, version = version + 1 WHERE id = ?");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE bench_row SET status = 7, version = version + 1, scope = ? WHERE id = ?");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO bench_log (task_id, seq, event) VALUES (?, 1, ?)")) {
            connection.setAutoCommit(false);
            while (true) {
                List<Long> ids = new ArrayList<>();
                try (ResultSet rows = lock.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getLong(1));
                    }
                }
                for (long id : ids) {
                    claim.setLong(1, id);
                    claim.executeUpdate();
                }
                connection.commit();
                if (ids.isEmpty()) {
                    return done;
                }
                for (long id : ids) {
                    update.setString(1, scope);
                    update.setLong(2, id);
                    update.executeUpdate();
                    insert.setLong(1, id);
                    insert.setString(2, scope);
                    insert.executeUpdate();
                    connection.commit();
                    done++;
                }
            }
        }
    }

    private static BigDecimal perSecond(int count, long nanos) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(1_000_000_000L))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(List<BigDecimal> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
