package io.jointlending.fund.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.Decision;
import io.jointlending.fund.route.domain.FundSnapshot;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenHours;
import io.jointlending.fund.route.domain.OrderFacts;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Router;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.route.domain.SkipReason;
import io.jointlending.fund.route.text.LoadedRoute;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterLawsTest {
    private static final long SEED = 20_261_129;
    private static final int ORDERS = 100_000;
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 29, 12, 0);
    private static final FundState OPEN =
            new FundState(false, OpenHours.ALWAYS, List.of(), false, OptionalLong.of(Long.MAX_VALUE));
    private static final Map<String, Scheme> THREE = Map.of(
            "S-A", RouteTexts.scheme("S-A", "BANK-A", 7000),
            "S-B", RouteTexts.scheme("S-B", "BANK-B", 8000),
            "S-C", RouteTexts.scheme("S-C", "BANK-C", 9000));
    private static final RouteDefinition BY_WEIGHT = weights("S-A: 60, S-B: 30, S-C: 10");

    @Test
    void the_parts_of_a_scheme_are_exact() {
        Scheme scheme = RouteTexts.scheme("S", "BANK-A", 7000);
        assertThat(scheme.contributions(1_000_001)).containsExactly(700_001, 300_000);
        Scheme three = Objects.requireNonNull(RouteTexts.SCHEMES.get("JOINT-50-30-20"));
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000_000; i++) {
            long principal = 1 + random.nextLong(1_000_000_000_000L);
            long[] parts = three.contributions(principal);
            assertThat(Arrays.stream(parts).sum() == principal
                            && Arrays.stream(parts).allMatch(part -> part >= 0))
                    .as("parts of %s: %s", principal, Arrays.toString(parts))
                    .isTrue();
        }
    }

    @Test
    void weights_are_kept_within_one_percent_and_a_refused_order_goes_on_by_the_weights_of_the_others() {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> afterA = new HashMap<>();
        for (int order = 0; order < ORDERS; order++) {
            String choice = first(order, Set.of());
            first.merge(choice, 1, Integer::sum);
            if (choice.equals("S-A")) {
                afterA.merge(first(order, Set.of("BANK-A")), 1, Integer::sum);
            }
        }
        assertThat(first.get("S-A")).isCloseTo(60 * ORDERS / 100, within(ORDERS / 100));
        assertThat(first.get("S-B")).isCloseTo(30 * ORDERS / 100, within(ORDERS / 100));
        assertThat(first.get("S-C")).isCloseTo(10 * ORDERS / 100, within(ORDERS / 100));
        int moved = first.getOrDefault("S-A", 0);
        assertThat(afterA.get("S-B")).isCloseTo(75 * moved / 100, within(moved / 100));
        assertThat(afterA.get("S-C")).isCloseTo(25 * moved / 100, within(moved / 100));
    }

    @Test
    void taking_a_scheme_away_moves_only_the_orders_that_were_on_it_and_asking_again_answers_the_same() {
        RouteDefinition without = weights("S-A: 60, S-C: 10");
        int moved = 0;
        for (int order = 0; order < ORDERS; order++) {
            String before = first(order, Set.of());
            assertThat(first(order, Set.of())).isEqualTo(before);
            String after = decide(without, order, Set.of(), states(OPEN))
                    .candidates()
                    .get(0)
                    .scheme();
            if (before.equals("S-B")) {
                moved++;
            } else if (!after.equals(before)) {
                throw new AssertionError("order " + order + " moved from " + before + " to " + after);
            }
        }
        assertThat(moved).isGreaterThan(ORDERS / 5);
    }

    @Test
    void by_cost_the_cheapest_comes_first_and_equal_ones_by_name() {
        String text =
                """
                route: costs
                version: 1
                products: [P]
                facts: {product: {type: string}}
                costs: {S-A: 520, S-B: 100, S-C: 100}
                otherwise: {cost: [S-A, S-C, S-B]}
                attempts: 3
                lastResort: park
                """;
        RouteDefinition route = LoadedRoute.load("costs", text).good().orElseThrow();
        for (int order = 0; order < 100; order++) {
            assertThat(decide(route, order, Set.of(), states(OPEN)).candidates())
                    .extracting(Candidate::scheme)
                    .containsExactly("S-B", "S-C", "S-A");
        }
    }

    @Test
    void one_whose_calls_fail_comes_after_the_others_and_when_all_fail_they_are_still_tried() {
        FundState failing = new FundState(false, OpenHours.ALWAYS, List.of(), true, OptionalLong.of(Long.MAX_VALUE));
        for (int order = 0; order < 1_000; order++) {
            Map<String, FundState> states = new HashMap<>(states(OPEN));
            states.put("BANK-A", failing);
            List<Candidate> candidates =
                    decide(BY_WEIGHT, order, Set.of(), states).candidates();
            assertThat(candidates.get(2))
                    .isEqualTo(new Candidate("S-A", Candidate.Result.DEMOTED, SkipReason.BREAKER_OPEN, "BANK-A", null));
            List<Candidate> all =
                    decide(BY_WEIGHT, order, Set.of(), states(failing)).candidates();
            assertThat(all).allMatch(Candidate::open).hasSize(3);
            assertThat(all.get(0).scheme()).isEqualTo(first(order, Set.of()));
        }
    }

    @Test
    void every_scheme_that_is_named_is_there_once_and_every_skipped_one_has_a_reason() {
        Random random = new Random(SEED);
        List<String> banks = List.of("BANK-A", "BANK-B", "BANK-C");
        for (int round = 0; round < 20_000; round++) {
            Map<String, FundState> states = new HashMap<>();
            banks.forEach(bank -> {
                if (random.nextInt(8) > 0) {
                    states.put(bank, state(random));
                }
            });
            Set<String> excluded = random.nextInt(3) == 0 ? Set.of(banks.get(random.nextInt(3))) : Set.of();
            Decision decision = decide(BY_WEIGHT, round, excluded, states);
            assertThat(decision.candidates())
                    .extracting(Candidate::scheme)
                    .containsExactlyInAnyOrder("S-A", "S-B", "S-C");
            for (Candidate candidate : decision.candidates()) {
                assertThat(candidate.reason() == null).isEqualTo(candidate.result() == Candidate.Result.USABLE);
                assertThat(candidate.institution() == null).isEqualTo(candidate.reason() == null);
                assertThat(candidate.open() && excluded.contains(bankOf(candidate)))
                        .isFalse();
            }
            List<Candidate.Result> results =
                    decision.candidates().stream().map(Candidate::result).toList();
            assertThat(results).isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "06:00-22:30, 2026-11-29T22:29:59.999, ",
        "06:00-22:30, 2026-11-29T22:30:00, CLOSED_HOURS",
        "22:00-06:00, 2026-11-29T22:30:00, ",
        "22:00-06:00, 2026-11-30T06:00:00, CLOSED_HOURS",
        "00:00-24:00, 2027-02-05T22:29:59.999, ",
        "00:00-24:00, 2027-02-05T22:30:00, WINDOW",
        "00:00-24:00, 2027-02-13T22:30:00, "
    })
    void an_institution_is_given_orders_in_its_hours_and_not_on_its_holidays(
            String hours, LocalDateTime at, @Nullable SkipReason reason) {
        LocalDateTime from = LocalDateTime.of(2027, 2, 5, 22, 30);
        FundState bank = new FundState(
                false,
                OpenHours.parse(List.of(hours)).orElseThrow(),
                List.of(new FundState.Closed(from, from.plusDays(8))),
                false,
                OptionalLong.of(Long.MAX_VALUE));
        FundSnapshot snapshot = new FundSnapshot(at, THREE, Map.of("BANK-A", bank));
        Candidate candidate = Router.decide(
                        weights("S-A: 1"), OrderFacts.of("1", 1_000_000, "P", 12), snapshot, Set.of())
                .candidates()
                .get(0);
        assertThat(candidate.reason()).isEqualTo(reason);
        assertThat(candidate.open()).isEqualTo(reason == null);
    }

    @Test
    void facts_outside_what_is_declared_are_a_problem_and_no_exception() {
        RouteDefinition sample = RouteTexts.good(RouteTexts.SAMPLE);
        FundSnapshot snapshot = new FundSnapshot(NOON, RouteTexts.SCHEMES, states(OPEN));
        Decision tooMuch = Router.decide(
                sample, OrderFacts.of("1", 2_000_000_000, "LOAN-OWNER-HEXINHOUSE-A", 12), snapshot, Set.of());
        assertThat(tooMuch.problem()).isEqualTo("the fact amountFen is outside its declared values");
        Decision unknown = Router.decide(
                sample, OrderFacts.of("1", 2_000_000, "LOAN-OWNER-HEXINHOUSE-A", null), snapshot, Set.of());
        assertThat(unknown.problem()).isEqualTo("the order has no fact terms");
        assertThat(unknown.candidates()).isEmpty();
    }

    private static RouteDefinition weights(String weights) {
        String text =
                """
                route: weights
                version: 1
                products: [P]
                facts: {product: {type: string}}
                otherwise: {weight: {%s}}
                attempts: 3
                lastResort: park
                """;
        return LoadedRoute.load("weights", text.formatted(weights)).good().orElseThrow();
    }

    private static String bankOf(Candidate candidate) {
        return "BANK-" + candidate.scheme().charAt(2);
    }

    private static FundState state(Random random) {
        return new FundState(
                random.nextInt(6) == 0,
                random.nextInt(6) == 0 ? OpenHours.parse(List.of("13:00-14:00")).orElseThrow() : OpenHours.ALWAYS,
                random.nextInt(6) == 0 ? List.of(new FundState.Closed(NOON, NOON.plusDays(1))) : List.of(),
                random.nextInt(4) == 0,
                random.nextInt(6) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(random.nextInt(6) == 0 ? 1 : Long.MAX_VALUE));
    }

    private static String first(int order, Set<String> excluded) {
        return decide(BY_WEIGHT, order, excluded, states(OPEN))
                .candidates()
                .get(0)
                .scheme();
    }

    private static Map<String, FundState> states(FundState all) {
        return Map.of("BANK-A", all, "BANK-B", all, "BANK-C", all);
    }

    private static Decision decide(
            RouteDefinition route, int order, Set<String> excluded, Map<String, FundState> states) {
        String orderNo = "261129" + String.format("%012d", order) + "0042";
        return Router.decide(
                route, OrderFacts.of(orderNo, 1_000_000, "P", 12), new FundSnapshot(NOON, THREE, states), excluded);
    }

    @Test
    void a_very_small_weight_is_kept_too() {
        RouteDefinition two = weights("S-A: 9999, S-B: 1");
        long rare = IntStream.range(0, ORDERS)
                .filter(order -> decide(two, order, Set.of(), states(OPEN))
                        .candidates()
                        .get(0)
                        .scheme()
                        .equals("S-B"))
                .count();
        assertThat(rare).isBetween(1L, 30L);
    }
}
