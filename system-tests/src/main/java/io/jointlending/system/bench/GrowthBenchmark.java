package io.jointlending.system.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * {@code scripts/bench repay-growth}: what a repayment costs with few and with many orders in the tables. Both times the
 * same callers repay orders that are chosen at random from all that are active, so most of them were not touched before.
 */
public final class GrowthBenchmark {
    private static final int CALLERS = 8;
    private static final int INSTALLMENTS = 3;
    private static final int SEED = 20260415;

    private final RunningPlatform platform;
    private final long few;
    private final long many;
    private final int seconds;
    private final PrintStream err;
    private final People people = People.now();

    private GrowthBenchmark(RunningPlatform platform, long few, long many, int seconds, PrintStream err) {
        this.platform = platform;
        this.few = few;
        this.many = many;
        this.seconds = seconds;
        this.err = err;
    }

    /** {@code GrowthBenchmark PLATFORM-PROPERTIES FEW MANY SECONDS}; one line of JSON on stdout. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            GrowthBenchmark benchmark = new GrowthBenchmark(
                    RunningPlatform.of(Path.of(arguments[0])),
                    Long.parseLong(arguments[1]),
                    Long.parseLong(arguments[2]),
                    Integer.parseInt(arguments[3]),
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
                GrowingBook book = new GrowingBook(platform.database("repayment", ""), err)) {
            List<String> lent = new LentOrders(services, people, err).lend(2, INSTALLMENTS);
            repay(services, lent.get(0), 12_345);
            repay(services, lent.get(1), 12_345);
            repay(services, lent.get(1), owed(services, lent.get(1)));
            book.fillTo(few, lent.get(0), lent.get(1));
            err.println("warming up");
            repays(services, book.active());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", true);
            Figures withFew = measure(services, book, result, "few");
            book.fillTo(many, lent.get(0), lent.get(1));
            Figures withMany = measure(services, book, result, "many");
            BigDecimal growth = withFew.perSecond()
                    .divide(withMany.perSecond(), 3, RoundingMode.HALF_UP)
                    .subtract(BigDecimal.ONE);
            result.put("growth", growth);
            result.put("seconds", seconds);
            result.put("callers", CALLERS);
            result.put("processors", Runtime.getRuntime().availableProcessors());
            err.println("a repayment with " + many + " orders costs " + growth.movePointRight(2) + " % more than with "
                    + few);
            return result;
        }
    }

    private Figures measure(Services services, GrowingBook book, Map<String, Object> result, String name)
            throws SQLException {
        long rows = book.rows();
        List<String> active = book.active();
        err.println("measuring with " + rows + " rows, of " + active.size() + " active orders");
        Figures figures = repays(services, active);
        err.println("measured " + figures.text());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("activeOrders", active.size());
        json.put("rows", rows);
        json.put("repay", figures.json());
        result.put(name, json);
        return figures;
    }

    private Figures repays(Services services, List<String> active) {
        List<String> shuffled = new ArrayList<>(active);
        Collections.shuffle(shuffled, new Random(SEED));
        List<RepayCaller> work = IntStream.range(0, CALLERS)
                .mapToObj(caller -> new RepayCaller(
                        services.repayments(),
                        IntStream.range(0, shuffled.size())
                                .filter(i -> i % CALLERS == caller)
                                .mapToObj(shuffled::get)
                                .toList(),
                        "growth-" + people.run()))
                .toList();
        return Load.measure(work, seconds);
    }

    private void repay(Services services, String orderNo, long fen) {
        String number = people.run() + "-" + orderNo + "-" + fen;
        RepaymentView view = services.repayments()
                .repay(new RepayRequest(number, orderNo, fen, number, null, null))
                .data();
        Objects.requireNonNull(view, () -> "repayment of " + fen + " fen on " + orderNo);
    }

    private static long owed(Services services, String orderNo) {
        QuoteView quote = services.repayments().quote(new QuoteRequest(orderNo)).data();
        return Objects.requireNonNull(quote, orderNo).totalFen();
    }
}
