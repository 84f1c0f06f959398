package io.jointlending.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * {@code scripts/bench repay-growth}: what a repayment costs with few and with many orders in the tables. Both times the
 * same callers repay orders that are chosen at random from all that are active, so most of them were not touched before;
 * they begin when a repayment gets no faster, and the median of three rounds counts.
 */
public final class GrowthBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CALLERS = 8;
    private static final int INSTALLMENTS = 3;
    private static final int SEED = 20260415;
    private static final int ROUNDS = 3;
    private static final int MOST_WARM_UPS = 20;
    private static final BigDecimal FASTER = new BigDecimal("1.03");

    private final RunningPlatform platform;
    private final long few;
    private final long many;
    private final int seconds;
    private final String stage;
    private final Path kept;
    private final PrintStream err;
    private final People people = People.now();

    private GrowthBenchmark(String[] arguments, PrintStream err) {
        this.platform = RunningPlatform.of(Path.of(arguments[0]));
        this.few = Long.parseLong(arguments[1]);
        this.many = Long.parseLong(arguments[2]);
        this.seconds = Integer.parseInt(arguments[3]);
        this.stage = arguments[4];
        this.kept = Path.of(arguments[5]);
        this.err = err;
    }

    /**
     * {@code GrowthBenchmark PLATFORM-PROPERTIES FEW MANY SECONDS STAGE FILE}; one line of JSON on stdout. The stage is
     * few, fill, many or all; the file keeps what was measured with few orders.
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            out.println(JSON.writeValueAsString(new GrowthBenchmark(arguments, err).run()));
        } catch (RuntimeException | SQLException | IOException e) {
            e.printStackTrace(err);
            code = 1;
        }
        out.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(code);
    }

    private Map<String, Object> run() throws SQLException, IOException {
        try (Services services =
                        new Services(DubboConsumer.throughRegistry("joint-lending-bench", platform.registryAddress()));
                GrowingBook book = new GrowingBook(platform.database("repayment", ""), err)) {
            LentOrders lender = new LentOrders(services, people, err);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", true);
            if (stage.equals("few") || stage.equals("all")) {
                if (book.filled() > few) {
                    throw new IllegalStateException("there are " + book.filled() + " orders already, more than " + few);
                }
                fill(services, lender, book, few);
                Files.writeString(kept, JSON.writeValueAsString(measure(services, book)));
            }
            if (stage.equals("fill") || stage.equals("all")) {
                fill(services, lender, book, many);
            }
            result.put("orders", book.filled());
            if (stage.equals("many") || stage.equals("all")) {
                compare(JSON.readTree(Files.readString(kept)), JSON.valueToTree(measure(services, book)), result);
            }
            return result;
        }
    }

    private void fill(Services services, LentOrders lender, GrowingBook book, long orders) throws SQLException {
        List<String> lent = lender.lend(2, INSTALLMENTS);
        repay(services, lent.get(0), 12_345);
        repay(services, lent.get(1), 12_345);
        repay(services, lent.get(1), owed(services, lent.get(1)));
        book.fillTo(orders, lent.get(0), lent.get(1));
    }

    private void compare(JsonNode withFew, JsonNode withMany, Map<String, Object> result) {
        BigDecimal growth = perSecond(withFew)
                .divide(perSecond(withMany), 3, RoundingMode.HALF_UP)
                .subtract(BigDecimal.ONE);
        result.put("few", withFew);
        result.put("many", withMany);
        result.put("growth", growth);
        result.put("seconds", seconds);
        result.put("callers", CALLERS);
        result.put("processors", Runtime.getRuntime().availableProcessors());
        err.println("a repayment with many orders costs " + growth.movePointRight(2) + " % more than with few");
    }

    private static BigDecimal perSecond(JsonNode measured) {
        return measured.path("repay").path("perSecond").decimalValue();
    }

    private Map<String, Object> measure(Services services, GrowingBook book) throws SQLException {
        List<String> active = book.active();
        List<RepayCaller> callers = callers(services, active);
        warmUp(callers);
        err.println("measuring with " + active.size() + " active orders");
        List<Figures> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(Load.measure(callers, seconds));
            err.println("measured " + rounds.get(i).text());
        }
        rounds.sort(Comparator.comparing(Figures::perSecond));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("activeOrders", active.size());
        json.put("rows", book.rows());
        json.put("repay", rounds.get(ROUNDS / 2).json());
        return json;
    }

    /** Until it gets no faster: compilers and the buffer pool of a platform that has just started are cold. */
    private void warmUp(List<RepayCaller> callers) {
        BigDecimal best = BigDecimal.ZERO;
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            Figures figures = Load.measure(callers, seconds);
            err.println("warming up: " + figures.text());
            if (figures.perSecond().compareTo(best.multiply(FASTER)) < 0) {
                return;
            }
            best = best.max(figures.perSecond());
        }
        err.println("it still gets faster");
    }

    /** Each goes on where it stopped: an order comes again only when all others have been repaid. */
    private List<RepayCaller> callers(Services services, List<String> active) {
        List<String> shuffled = new ArrayList<>(active);
        Collections.shuffle(shuffled, new Random(SEED));
        return IntStream.range(0, CALLERS)
                .mapToObj(caller -> new RepayCaller(
                        services.repayments(),
                        IntStream.range(0, shuffled.size())
                                .filter(i -> i % CALLERS == caller)
                                .mapToObj(shuffled::get)
                                .toList(),
                        "growth-" + people.run()))
                .toList();
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
