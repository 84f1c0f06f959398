package io.jointlending.system.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.system.bench.CapturedRepays.Repay;
import io.jointlending.system.client.DubboConsumer;
import io.jointlending.system.client.People;
import io.jointlending.system.client.RunningPlatform;
import io.jointlending.system.client.Services;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code scripts/bench repay}: how many repayments a second the platform books, and how many the same database takes when
 * the same statements come from bare JDBC, prepared, one connection per caller.
 */
public final class RepayBenchmark {
    private static final int INSTALLMENTS = 12;

    private final RunningPlatform platform;
    private final int orders;
    private final int seconds;
    private final List<Integer> levels;
    private final PrintStream err;
    private final People people = People.now();

    private RepayBenchmark(RunningPlatform platform, int orders, int seconds, List<Integer> levels, PrintStream err) {
        this.platform = platform;
        this.orders = orders;
        this.seconds = seconds;
        this.levels = levels;
        this.err = err;
    }

    /** {@code RepayBenchmark PLATFORM-PROPERTIES ORDERS SECONDS CALLERS,CALLERS,…}; one line of JSON on stdout. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            RepayBenchmark benchmark = new RepayBenchmark(
                    RunningPlatform.of(Path.of(arguments[0])),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    Arrays.stream(arguments[3].split(",", -1))
                            .map(Integer::valueOf)
                            .toList(),
                    err);
            out.println(new ObjectMapper().writeValueAsString(benchmark.run()));
        } catch (RuntimeException | SQLException | IOException e) {
            e.printStackTrace(err);
            code = 1;
        }
        out.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(code);
    }

    private Map<String, Object> run() throws SQLException {
        try (Services services =
                        new Services(DubboConsumer.throughRegistry("joint-lending-bench", platform.registryAddress()));
                Connection administrator = platform.database()) {
            List<String> ready = new LentOrders(services, people, err).lend(orders, INSTALLMENTS);
            err.println("warming up");
            repays(services, ready, 8, seconds);
            TableCopies copies = new TableCopies(administrator);
            try {
                return measure(services, administrator, ready, copies);
            } finally {
                copies.drop();
            }
        }
    }

    private Map<String, Object> measure(
            Services services, Connection administrator, List<String> ready, TableCopies copies) throws SQLException {
        err.println("recording the statements of repayments");
        List<Repay> captured =
                CapturedRepays.during(administrator, "repayment", () -> repays(services, ready, 8, 4 * seconds));
        if (captured.isEmpty()) {
            throw new IllegalStateException("no repayment was found in the general log of the database");
        }
        Repay example = captured.get(captured.size() / 2);
        err.println(captured.size() + " repayments recorded, "
                + example.statements().size() + " statements each:");
        example.statements().forEach(one -> err.println("  " + one.sql().replaceAll("\\s+", " ")));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int callers : levels) {
            Figures rpc = repays(services, ready, callers, seconds);
            copies.reset();
            Figures jdbc = jdbc(captured, callers);
            BigDecimal ratio = jdbc.perSecond().signum() == 0
                    ? BigDecimal.ZERO
                    : rpc.perSecond().divide(jdbc.perSecond(), 2, RoundingMode.HALF_UP);
            err.println(callers + " callers: repay over Dubbo " + rpc.text());
            err.println("   the same statements over JDBC " + jdbc.text() + "; ratio " + ratio);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("callers", callers);
            row.put("repay", rpc.json());
            row.put("jdbc", jdbc.json());
            row.put("ratio", ratio);
            rows.add(row);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", true);
        result.put("orders", orders);
        result.put("seconds", seconds);
        result.put("statementsPerRepay", example.statements().size());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put("levels", rows);
        return result;
    }

    private Figures repays(Services services, List<String> ready, int callers, int duration) {
        List<RepayCaller> work = IntStream.range(0, callers)
                .mapToObj(caller ->
                        new RepayCaller(services.repayments(), part(ready, caller, callers), "bench-" + people.run()))
                .toList();
        return Load.measure(work, duration);
    }

    private Figures jdbc(List<Repay> captured, int callers) throws SQLException {
        Map<String, Integer> callerOf = new LinkedHashMap<>();
        List<List<Repay>> parts = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            parts.add(new ArrayList<>());
        }
        // the repayments of one order stay with one caller, in their sequence
        for (Repay repay : captured) {
            int caller = callerOf.computeIfAbsent(repay.orderNo(), order -> callerOf.size() % callers);
            parts.get(caller).add(repay);
        }
        List<JdbcCaller> work = new ArrayList<>();
        try {
            for (List<Repay> part : parts) {
                work.add(new JdbcCaller(
                        platform.database(TableCopies.WORKING, "useServerPrepStmts=true&cachePrepStmts=true"), part));
            }
            return Load.measure(work, seconds);
        } finally {
            for (JdbcCaller caller : work) {
                caller.close();
            }
        }
    }

    private static List<String> part(List<String> ready, int caller, int callers) {
        return IntStream.range(0, ready.size())
                .filter(i -> i % callers == caller)
                .mapToObj(ready::get)
                .toList();
    }
}
