package io.jointlending.system.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.ops.JobAdminService;
import io.jointlending.api.ops.JobRunView;
import io.jointlending.api.ops.JobStatusQuery;
import io.jointlending.api.ops.RunJobRequest;
import io.jointlending.api.ops.StatusRequest;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import io.jointlending.system.client.Calls;
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
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code scripts/bench snapshot}: how many overdue installments a second the day-end job of a running repayment-provider
 * snapshots, and how much heap that takes. The rows are copies of a loan that was really lent, with all its dates moved back.
 */
public final class SnapshotBenchmark {
    private static final String PROVIDER = "repayment-provider";
    private static final String JOB = "penalty-snapshot";
    private static final List<String> OTHER_JOBS = List.of("collection", "quote-precompute", "skipped-periods");
    private static final String PRODUCT = "LOAN-OWNER-HEXINHOUSE-A";
    private static final long AMOUNT_FEN = 1_200_000;
    private static final int INSTALLMENTS = 12;
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final RunningPlatform platform;
    private final long rows;
    private final PrintStream err;
    private final People people = People.now();
    private int requests;

    private SnapshotBenchmark(RunningPlatform platform, long rows, PrintStream err) {
        this.platform = platform;
        this.rows = rows;
        this.err = err;
    }

    /** {@code SnapshotBenchmark PLATFORM-PROPERTIES ROWS}; one line of JSON on stdout. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            SnapshotBenchmark benchmark =
                    new SnapshotBenchmark(RunningPlatform.of(Path.of(arguments[0])), Long.parseLong(arguments[1]), err);
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
                OverdueBook book = new OverdueBook(platform.database("repayment", ""), err)) {
            JobAdminService jobs = services.consumer().service(JobAdminService.class, PROVIDER);
            LocalDate today =
                    data(services.ops(PROVIDER).status(new StatusRequest())).businessDate();
            String template = lend(services);
            for (String other : OTHER_JOBS) {
                finish(jobs, other, today); // so that the timer does not start them on the copies
            }
            LocalDate date = today;
            while (!status(jobs, JOB, date).status().equals("NOT_STARTED")) {
                date = date.minusDays(1);
            }
            try {
                book.fill(template, rows);
                return measure(jobs, date);
            } finally {
                book.empty();
            }
        }
    }

    private Map<String, Object> measure(JobAdminService jobs, LocalDate date) {
        HeapWatch heap = new HeapWatch("127.0.0.1:" + platform.required("repayment-provider-1.ops"));
        heap.start();
        err.println("snapshot of " + date);
        long begun = System.nanoTime();
        JobRunView done = finish(jobs, JOB, date);
        long nanos = System.nanoTime() - begun;
        heap.stop();
        BigDecimal perSecond = BigDecimal.valueOf(done.doneRows())
                .multiply(BigDecimal.valueOf(1_000_000_000L))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", done.doneRows() >= rows);
        result.put("rows", done.doneRows());
        result.put("seconds", BigDecimal.valueOf(nanos / 1_000_000, 3));
        result.put("rowsPerSecond", perSecond);
        result.put("peakHeapMiB", heap.peakMebibytes());
        result.put("largestHeapMiB", heap.limitMebibytes());
        result.put("shards", done.shards());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        return result;
    }

    private String lend(Services services) {
        Borrowing loan = new Borrowing(services, new Calls(), people, "bench-snapshot", 1);
        loan.activate(AMOUNT_FEN);
        String orderNo =
                loan.submit(PRODUCT, "JOINT-70-30", AMOUNT_FEN, INSTALLMENTS).orderNo();
        loan.loanOut(orderNo);
        loan.paid(orderNo, AMOUNT_FEN);
        Await.until("ledger of " + orderNo, READY, () -> services.repayments()
                .findLedger(new OrderQuery(orderNo))
                .success());
        return orderNo;
    }

    private JobRunView finish(JobAdminService jobs, String job, LocalDate date) {
        RunJobRequest request = new RunJobRequest("bench-" + people.run() + "-" + ++requests, job, date, "bench");
        data(jobs.run(request));
        Await.until(job + " of " + date, LONGEST, () -> status(jobs, job, date)
                .status()
                .equals("DONE"));
        return status(jobs, job, date);
    }

    private static JobRunView status(JobAdminService jobs, String job, LocalDate date) {
        return data(jobs.status(new JobStatusQuery(job, date)));
    }

    private static <T> T data(RpcResult<T> result) {
        T data = result.data();
        if (data == null) {
            throw new IllegalStateException("answered " + result.code() + " " + result.message());
        }
        return data;
    }
}
