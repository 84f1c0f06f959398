package io.jointlending.fund.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.route.domain.FundSnapshot;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenHours;
import io.jointlending.fund.route.domain.OrderFacts;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Router;
import io.jointlending.support.json.Json;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;

/**
 * How many decisions, how many loads of a route and how many of the definition of a bank's loan, each with all checks and examples,
 * one thread makes in a second; beside them how often the YAML library alone reads the same two texts. Arguments: seconds of each
 * measurement, rounds; figures are medians. The sample route decides about orders in turn that go by each of its rules.
 */
final class RouteBenchmark {
    private static final int BATCH = 100;
    private static final FundState OPEN =
            new FundState(false, OpenHours.ALWAYS, List.of(), false, OptionalLong.of(Long.MAX_VALUE));
    private static final long[] AMOUNTS_FEN = {20_000_000, 50_000, 5_000_000};
    private static final String FLOW = FlowTexts.text("first-bank.loan");
    private static final YAMLMapper YAML = new YAMLMapper();

    private RouteBenchmark() {}

    /** See the class. One line of JSON on stdout. */
    public static void main(String[] arguments) {
        long seconds = Long.parseLong(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        RouteDefinition route = RouteTexts.good(RouteTexts.SAMPLE);
        FundSnapshot snapshot = new FundSnapshot(
                LocalDateTime.of(2026, 11, 29, 12, 0), RouteTexts.SCHEMES, Map.of("BANK-A", OPEN, "BANK-B", OPEN));
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("decisionsPerSecond", median(seconds, rounds, order -> decide(route, snapshot, order)));
        long routes = median(seconds, rounds, order -> load());
        long flows = median(seconds, rounds, order -> loadFlow());
        figures.put("routeLoadsPerSecond", routes);
        figures.put("flowLoadsPerSecond", flows);
        figures.put(
                "routeLoadToParsePercent", routes * 100 / median(seconds, rounds, order -> parse(RouteTexts.SAMPLE)));
        figures.put("flowLoadToParsePercent", flows * 100 / median(seconds, rounds, order -> parse(FLOW)));
        System.out.println(Json.write(figures));
    }

    private static long decide(RouteDefinition route, FundSnapshot snapshot, int order) {
        OrderFacts facts = OrderFacts.of(
                RouterNode.orderNo(order), AMOUNTS_FEN[order % AMOUNTS_FEN.length], "LOAN-OWNER-HEXINHOUSE-A", 12);
        return Router.decide(route, facts, snapshot, Set.of()).candidates().size();
    }

    private static long load() {
        return RouteTexts.good(RouteTexts.SAMPLE).version();
    }

    private static long loadFlow() {
        return FlowTexts.good(FLOW).steps().size();
    }

    private static long parse(String text) {
        try {
            return YAML.readTree(text).size();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text that ships is no YAML", e);
        }
    }

    /** The first round warms up and does not count. */
    private static long median(long seconds, int rounds, IntToLongFunction work) {
        perSecond(seconds, work);
        long[] figures = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            figures[round] = perSecond(seconds, work);
        }
        Arrays.sort(figures);
        return figures[rounds / 2];
    }

    private static long perSecond(long seconds, IntToLongFunction work) {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        long seen = 0;
        int done = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < BATCH; i++) {
                seen += work.applyAsLong(done);
                done++;
            }
        }
        if (seen < done) {
            throw new IllegalStateException("nothing was decided");
        }
        return done * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
    }
}
