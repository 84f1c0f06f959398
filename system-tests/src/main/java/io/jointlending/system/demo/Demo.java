package io.jointlending.system.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.channel.ProductView;
import io.jointlending.system.client.CallFailed;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.DubboConsumer;
import io.jointlending.system.client.People;
import io.jointlending.system.client.RunningPlatform;
import io.jointlending.system.client.Services;
import io.jointlending.system.demo.Books.Expected;
import io.jointlending.system.demo.Books.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code scripts/demo}: a consumer in a process of its own that finds the four providers through ZooKeeper, tells one
 * joint loan, runs many, and audits the books. The last line is one JSON object.
 */
public final class Demo {
    private static final String APPLICATION = "joint-lending-demo";
    private static final int PAGE = 200;

    private final DemoOptions options;
    private final Narrator narrator;
    private final Map<String, String> phases;
    private final long begun = System.nanoTime();
    private final Calls calls = new Calls();
    private final Tally tally = new Tally();
    private final People people = People.now();
    private final Map<String, Object> release = new LinkedHashMap<>();
    private int skipped;

    private Demo(DemoOptions options, Narrator narrator) {
        this.options = options;
        this.narrator = narrator;
        this.phases = new LinkedHashMap<>(options.phases());
    }

    /** Exits 0 if everything went well, 1 if not, 2 for a wrong call. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code;
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            code = new Demo(options, new Narrator(options.json() ? err : out, err)).run(out);
        } catch (IllegalArgumentException e) {
            err.println("error: " + e.getMessage());
            code = 2;
        } catch (CallFailed e) {
            err.println("error: " + e.getMessage());
            code = 1;
        } catch (RuntimeException | IOException e) {
            e.printStackTrace(err);
            code = 1;
        }
        out.flush();
        err.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(code);
    }

    private int run(PrintStream out) throws IOException {
        RunningPlatform platform = RunningPlatform.of(options.platform());
        Path sqlFolder = Path.of(System.getProperty("jl.sql.dir", "sql"));
        List<String> lines = options.orders() == null ? List.of() : Files.readAllLines(options.orders());
        Verdict verdict;
        try (Services services = new Services(DubboConsumer.throughRegistry(APPLICATION, platform.registryAddress()));
                Crowd crowd = new Crowd(options.callers(), narrator)) {
            Set<String> settled = work(platform, services, crowd, lines);
            narrator.title("The books, read with SQL");
            long auditBegun = System.nanoTime();
            verdict = new Books(platform, sqlFolder, narrator)
                    .audit(people.prefix(), settled, new Expected(opened(settled), tally.repayments.sum()));
            phases.put("audit", Narrator.secondsSince(auditBegun));
        }
        tally.troubles().forEach(trouble -> narrator.say("  " + trouble));
        return result(platform, verdict, out);
    }

    /** Tells, lends and collects; answers the numbers of the orders that should be settled now. */
    private Set<String> work(RunningPlatform platform, Services services, Crowd crowd, List<String> lines) {
        Set<String> settled = ConcurrentHashMap.newKeySet();
        timed("story", () -> new Story(services, calls, people, narrator, tally).tell(settled));
        if (options.orders() != null) {
            var content = OrdersFile.read(lines, products(services));
            content.problems()
                    .forEach(problem -> narrator.progress("line " + problem.line() + " skipped: " + problem.rule()
                            + " (found: " + problem.detail() + ")"));
            skipped = content.problems().size();
            narrator.title(content.rows().size() + " orders from " + options.orders() + ", day by day");
            OrdersReplay replay = new OrdersReplay(services, calls, people, tally, crowd);
            timed("orders", () -> replay.run(content.rows()));
            settled.addAll(replay.paidInFull());
        }
        if (options.randomLoans() > 0) {
            narrator.title(options.randomLoans() + " random loans, seed " + options.seed() + ", " + options.callers()
                    + " at a time, every command sent twice");
            RandomLoans loans = new RandomLoans(services, calls, people, tally, crowd, settled);
            OfflineStep offline = OfflineStep.begin(options.agent(), platform.pids(), calls, narrator);
            timed(
                    "loans",
                    () -> loans.run(LoanCases.random(options.randomLoans(), options.seed(), products(services))));
            if (offline != null) {
                release.putAll(offline.finish());
            }
        }
        narrator.say("  " + tally.loans.sum() + " loans, " + tally.repayments.sum() + " repayments, "
                + tally.beforeSubOrders.sum() + " of them before the sub-orders existed, " + calls.made() + " calls, "
                + calls.failed() + " failed");
        return settled;
    }

    private long opened(Set<String> settled) {
        return Math.max(tally.loans.sum(), settled.size());
    }

    private List<ProductView> products(Services services) {
        return calls.once("products", services.channels()::listProducts, new ListQuery(1, PAGE)).products().stream()
                .filter(product -> ProductView.ON_SALE.equals(product.status()))
                .toList();
    }

    private void timed(String phase, Runnable work) {
        long start = System.nanoTime();
        work.run();
        phases.put(phase, Narrator.secondsSince(start));
    }

    private int result(RunningPlatform platform, Verdict verdict, PrintStream out) throws IOException {
        long mismatches = verdict.splitMismatches() + tally.splitMismatches.sum();
        long unsettled = Math.max(verdict.unsettled(), tally.notSettled.sum());
        boolean ok = mismatches == 0
                && unsettled == 0
                && verdict.pendingMessages() == 0
                && verdict.brokenRules() == 0
                && calls.failed() == 0
                && calls.unequal() == 0
                && tally.broken.sum() == 0
                && !Boolean.FALSE.equals(release.get("ok"));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", ok);
        result.put("loans", tally.loans.sum());
        result.put("repayments", tally.repayments.sum());
        result.put("splitMismatches", mismatches);
        result.put("unsettled", unsettled);
        result.put("pendingMessages", verdict.pendingMessages());
        result.put("failedCalls", calls.failed());
        result.put("unequalAnswers", calls.unequal());
        result.put("brokenLoans", tally.broken.sum());
        result.put("brokenRules", verdict.brokenRules());
        if (!release.isEmpty()) {
            result.put("release", release);
        }
        result.put("skipped", skipped);
        result.put("repaymentsBeforeSubOrders", tally.beforeSubOrders.sum());
        result.put("calls", calls.made());
        result.put("loansPerSecond", loansPerSecond());
        result.put("memoryMiB", ProcessMemory.mebibytes(platform.pids().values()));
        Map<String, BigDecimal> seconds = new LinkedHashMap<>();
        BigDecimal total = new BigDecimal(Narrator.secondsSince(begun));
        for (var phase : phases.entrySet()) {
            seconds.put(phase.getKey(), new BigDecimal(phase.getValue()));
        }
        for (String before : options.phases().values()) {
            total = total.add(new BigDecimal(before));
        }
        result.put("phases", seconds);
        result.put("seconds", total);
        print(result, out);
        return ok ? 0 : 1;
    }

    private BigDecimal loansPerSecond() {
        BigDecimal seconds = new BigDecimal(phases.getOrDefault("loans", "0"));
        return seconds.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(options.randomLoans()).divide(seconds, 1, java.math.RoundingMode.HALF_UP);
    }

    private void print(Map<String, Object> result, PrintStream out) throws IOException {
        String line;
        try {
            line = new ObjectMapper().writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("result", e);
        }
        Path file = options.result();
        if (file != null) {
            Files.writeString(file, line + "\n");
        } else {
            out.println(line);
        }
    }
}
