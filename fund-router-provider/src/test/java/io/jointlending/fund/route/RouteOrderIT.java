package io.jointlending.fund.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.quota.application.WatchQuotas;
import io.jointlending.fund.quota.domain.Claim;
import io.jointlending.fund.quota.domain.Dimension;
import io.jointlending.fund.quota.domain.QuotaLimit;
import io.jointlending.fund.quota.domain.QuotaRefused;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.route.application.Routed;
import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.FundChannel;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenHours;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.route.domain.SkipReason;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Routing on a real database: quotas are never exceeded, decisions are made once, and nothing leaks. */
class RouteOrderIT {
    private static final long AMOUNT = 1_000_000;
    private static final long PART_A = 700_000;

    private SchemaFixture database;
    private RouterNode node;

    @BeforeEach
    void open() {
        database = SchemaFixture.create("fund_router");
        node = new RouterNode(database);
        node.channel("BANK-A", limits(100 * PART_A));
        node.channel("BANK-B", limits(100 * AMOUNT));
    }

    @AfterEach
    void close() {
        assertRules();
        database.close();
    }

    @Test
    void an_order_is_given_the_first_scheme_with_exact_parts_and_asking_again_changes_nothing() {
        node.activate(RouteTexts.SAMPLE);
        Routed routed = node.route(1, 1, Set.of());
        assertThat(routed.outcome()).isEqualTo(Outcome.CHOSEN);
        assertThat(routed.reroutes()).isTrue();
        assertThat(routed.scheme()).map(Scheme::code).contains("JOINT-70-30");
        assertThat(routed.parts(AMOUNT)).extracting(Routed.Part::amountFen).containsExactly(PART_A, 300_000L);
        assertThat(node.route(1, 1, Set.of())).isEqualTo(routed);
        assertThat(database.number("SELECT COUNT(*) FROM fund_quota_entry")).isEqualTo(1);
        assertThat(reserved("BANK-A", "DAY")).isEqualTo(PART_A);
        RouteDecision decision = node.decisions.find(RouterNode.orderNo(1), 1).orElseThrow();
        assertThat(decision.route()).isEqualTo("owner-loan");
        assertThat(decision.decision().candidates())
                .extracting(Candidate::result)
                .containsExactly(Candidate.Result.CHOSEN, Candidate.Result.USABLE);
    }

    @Test
    void sixteen_callers_of_one_attempt_get_one_decision_and_one_reservation() throws Exception {
        List<Routed> answers = inParallel(8, 16, number -> node.route(7, 1, Set.of()));
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(database.number("SELECT COUNT(*) FROM fund_quota_entry")).isEqualTo(1);
        assertThat(database.number("SELECT COUNT(*) FROM fund_route_decision")).isEqualTo(1);
        assertThat(reserved("BANK-A", "DAY")).isEqualTo(PART_A);
    }

    @Test
    void sixteen_threads_on_a_quota_of_exactly_a_hundred_orders_are_granted_a_hundred() throws Exception {
        node.products.put("P", List.of("JOINT-70-30"));
        List<Routed> answers = inParallel(16, 160, number -> node.route("P", number, 1, Set.of()));
        assertThat(answers)
                .filteredOn(routed -> routed.outcome() == Outcome.CHOSEN)
                .hasSize(100);
        assertThat(answers)
                .filteredOn(routed -> routed.outcome() == Outcome.LAST_RESORT)
                .hasSize(60);
        assertThat(reserved("BANK-A", "DAY")).isEqualTo(100 * PART_A);
        assertThat(database.texts("SELECT DISTINCT JSON_UNQUOTE(JSON_EXTRACT(candidates, '$[0].reason'))"
                        + " FROM fund_route_decision WHERE outcome = 'LAST_RESORT'"))
                .isSubsetOf(SkipReason.QUOTA_SEEN_FULL.name(), SkipReason.QUOTA_TAKEN.name());
    }

    @Test
    void schemes_that_name_two_banks_in_opposite_order_never_wait_for_each_other_in_a_circle() throws Exception {
        node.products.put("P", List.of("JOINT-50-30-20"));
        node.products.put("Q", List.of("JOINT-30-50-20"));
        node.channel("BANK-A", limits(1_000 * AMOUNT));
        node.channel("BANK-B", limits(1_000 * AMOUNT));
        assertThat(database.number(
                        "SELECT COUNT(*) FROM information_schema.INNODB_METRICS WHERE NAME = 'lock_deadlocks'"
                                + " AND TIME_ENABLED IS NOT NULL"))
                .as("the server counts them")
                .isEqualTo(1);
        long before = deadlocks();
        AtomicInteger attempts = new AtomicInteger();
        inParallel(16, 160, number -> {
            String product = number % 2 == 0 ? "P" : "Q";
            node.route(product, number, 1, Set.of());
            attempts.incrementAndGet();
            return node.route(product, number, 2, Set.of());
        });
        assertThat(attempts).hasValue(160);
        assertThat(deadlocks() - before).isZero();
        assertThat(reserved("BANK-A", "DAY"))
                .as("the second attempt gave everything back")
                .isZero();
    }

    @Test
    void a_limit_below_what_is_used_refuses_what_is_new_and_keeps_what_is_old() {
        node.activate(RouteTexts.SAMPLE);
        node.route(1, 1, Set.of());
        settle(1, "BANK-A");
        node.channel("BANK-A", limits(PART_A - 1));
        Routed routed = node.route(2, 1, Set.of());
        assertThat(routed.scheme()).map(Scheme::code).contains("JOINT-80-20");
        assertThat(reason(2, 1, "JOINT-70-30")).isEqualTo(SkipReason.QUOTA_SEEN_FULL);
        assertThat(number("used_fen", "BANK-A", "DAY")).isEqualTo(PART_A);
        node.channel("BANK-A", limits(10 * PART_A));
        assertThat(node.route(3, 1, Set.of()).scheme()).map(Scheme::code).contains("JOINT-70-30");
    }

    @Test
    void without_a_quota_for_the_day_nobody_is_asked_somebody_is_told_and_the_last_resort_funds() {
        node.activate(RouteTexts.SAMPLE);
        node.channel("BANK-A", List.of(new QuotaLimit(Dimension.TOTAL, 100 * AMOUNT, 9000)));
        node.channel("BANK-B", List.of());
        Routed routed = node.route(1, 1, Set.of());
        assertThat(routed.outcome()).isEqualTo(Outcome.LAST_RESORT);
        assertThat(routed.scheme()).map(Scheme::code).contains("OWN-100");
        assertThat(routed.parts(AMOUNT)).extracting(Routed.Part::amountFen).containsExactly(AMOUNT);
        assertThat(reason(1, 1, "JOINT-70-30")).isEqualTo(SkipReason.QUOTA_MISSING);
        assertThat(database.texts("SELECT CONCAT(alarm_code, ' ', LEFT(subject_key, 10)) FROM alarm ORDER BY id"))
                .contains("QUOTA_MISSING BANK-A-202", "QUOTA_MISSING BANK-B-202", "FUND_LAST_RESORT owner-loan");
    }

    @Test
    void a_quota_row_that_disappears_before_the_reservation_refuses_too() {
        node.route(1, 1, Set.of());
        database.execute("DELETE FROM fund_quota WHERE dimension = 'DAY' AND reserved_fen = 0");
        assertThatThrownBy(() -> database.transactions()
                        .inTransaction(() -> node.quotas.reserve(
                                new Quotas.Attempt(RouterNode.orderNo(2), 42, 1, node.today()),
                                List.of(new Claim("BANK-B", List.of(Dimension.DAY), 1)))))
                .isInstanceOfSatisfying(QuotaRefused.class, refused -> assertThat(refused.missing())
                        .isTrue());
    }

    @Test
    void after_refusals_other_banks_are_tried_then_our_own_money_and_each_time_the_quota_moves_along() {
        node.activate(RouteTexts.SAMPLE);
        node.route(1, 1, Set.of());
        Routed second = node.route(1, 2, Set.of("BANK-A"));
        assertThat(second.scheme()).map(Scheme::code).contains("JOINT-80-20");
        assertThat(reserved("BANK-A", "DAY")).isZero();
        assertThat(reserved("BANK-B", "TOTAL")).isEqualTo(800_000);
        Routed third = node.route(1, 3, Set.of("BANK-A", "BANK-B"));
        assertThat(third.outcome()).isEqualTo(Outcome.LAST_RESORT);
        assertThat(third.scheme()).map(Scheme::external).contains(List.of());
        assertThat(reserved("BANK-B", "TOTAL")).isZero();
        assertThat(entries()).containsExactly("1 BANK-A RELEASED", "2 BANK-B RELEASED");
        assertThat(node.route(1, 4, Set.of()).outcome())
                .as("the attempts are used")
                .isEqualTo(Outcome.LAST_RESORT);
        assertThat(node.decisions.ofOrder(RouterNode.orderNo(1)))
                .extracting(RouteDecision::attempt)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_new_reservation_that_fails_leaves_the_one_before_as_it_was() {
        node.activate(RouteTexts.SAMPLE);
        node.route(1, 1, Set.of());
        database.execute("ALTER TABLE fund_quota_entry ADD CONSTRAINT ck_test CHECK (institution_code <> 'BANK-B')");
        assertThatThrownBy(() -> node.route(1, 2, Set.of("BANK-A"))).isInstanceOf(RuntimeException.class);
        assertThat(entries()).as("given back and reserved anew, or neither").containsExactly("1 BANK-A RESERVED");
        assertThat(reserved("BANK-A", "DAY")).isEqualTo(PART_A);
        assertThat(reserved("BANK-B", "DAY")).isZero();
        assertThat(node.decisions.ofOrder(RouterNode.orderNo(1))).hasSize(1);
        database.execute("ALTER TABLE fund_quota_entry DROP CONSTRAINT ck_test");
        assertThat(node.route(1, 2, Set.of("BANK-A")).scheme())
                .map(Scheme::code)
                .contains("JOINT-80-20");
        assertThat(entries()).containsExactly("1 BANK-A RELEASED", "2 BANK-B RESERVED");
    }

    private List<String> entries() {
        return database.texts(
                "SELECT CONCAT(attempt, ' ', institution_code, ' ', status) FROM fund_quota_entry ORDER BY attempt");
    }

    @ParameterizedTest
    @EnumSource(
            value = SkipReason.class,
            names = {"NO_SCHEME", "QUOTA_TAKEN"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_stored_decision_says_why_a_scheme_was_skipped(SkipReason reason) {
        node.activate(
                switch (reason) {
                    case SHARE_RANGE -> RouteTexts.SAMPLE.replace("shareFen: {gte: 10000}", "shareFen: {gte: 700001}");
                    case ACCEPT -> RouteTexts.SAMPLE.replace("terms: {in: [3, 6, 12]}", "terms: {in: [3, 6]}");
                    default -> RouteTexts.SAMPLE;
                });
        LocalDateTime now = node.calendar.today().atTime(node.calendar.now().toLocalTime());
        switch (reason) {
            case NO_CHANNEL -> node.without("BANK-A");
            case PAUSED -> node.channel("BANK-A", was -> different(was, true, OpenHours.ALWAYS, List.of()));
            case CLOSED_HOURS -> {
                OpenHours hours = OpenHours.parse(List.of("12:01-12:00")).orElseThrow();
                node.channel("BANK-A", was -> different(was, false, hours, List.of()));
            }
            case WINDOW -> {
                FundState.Closed holiday = new FundState.Closed(now.minusDays(1), now.plusDays(1));
                node.channel("BANK-A", was -> different(was, false, OpenHours.ALWAYS, List.of(holiday)));
            }
            case QUOTA_MISSING -> node.channel("BANK-A", List.of());
            case QUOTA_SEEN_FULL -> node.channel("BANK-A", limits(PART_A - 1));
            case BREAKER_OPEN -> node.failing.add("BANK-A");
            default -> assertThat(reason).isIn(SkipReason.EXCLUDED_FUND, SkipReason.ACCEPT, SkipReason.SHARE_RANGE);
        }
        Routed routed = node.route(1, 1, reason == SkipReason.EXCLUDED_FUND ? Set.of("BANK-A") : Set.of());
        assertThat(routed.scheme()).as("the next one").map(Scheme::code).contains("JOINT-80-20");
        Candidate skipped = node.decisions.find(RouterNode.orderNo(1), 1).orElseThrow().decision().candidates().stream()
                .filter(candidate -> candidate.scheme().equals("JOINT-70-30"))
                .findFirst()
                .orElseThrow();
        assertThat(skipped.reason()).isEqualTo(reason);
        assertThat(skipped.institution()).isEqualTo("BANK-A");
        assertThat(skipped.detail()).isEqualTo(reason == SkipReason.ACCEPT ? "terms" : null);
    }

    private static FundChannel different(
            FundChannel was, boolean paused, OpenHours hours, List<FundState.Closed> closed) {
        return new FundChannel(
                was.institutionCode(), was.version() + 1, paused, hours, closed, was.limits(), was.hosts());
    }

    @Test
    void without_a_last_resort_the_order_is_parked_somebody_is_told_and_a_later_question_may_find_a_scheme() {
        node.activate(RouteTexts.SAMPLE.replace("lastResort: OWN-100", "lastResort: park"));
        node.channel("BANK-A", List.of());
        node.channel("BANK-B", List.of());
        Routed parked = node.route(1, 1, Set.of());
        assertThat(parked.outcome()).isEqualTo(Outcome.PARKED);
        assertThat(parked.parts(AMOUNT)).isEmpty();
        assertThat(database.texts("SELECT LEFT(subject_key, 22) FROM alarm WHERE alarm_code = 'FUND_PARKED'"))
                .containsExactly(RouterNode.orderNo(1));
        node.channel("BANK-B", limits(AMOUNT));
        assertThat(node.route(1, 1, Set.of()).scheme()).map(Scheme::code).contains("JOINT-80-20");
        assertThat(database.number("SELECT COUNT(*) FROM fund_route_decision")).isEqualTo(1);
    }

    @Test
    void without_a_route_the_schemes_of_order_or_product_are_used_and_the_lead_stands_in() {
        node.products.put("P", List.of("JOINT-70-30", "JOINT-80-20"));
        Routed routed = node.route("P", 1, 1, Set.of());
        assertThat(routed.scheme()).map(Scheme::code).contains("JOINT-70-30");
        assertThat(routed.reroutes()).isFalse();
        assertThat(node.asked("JOINT-80-20", 2).scheme()).map(Scheme::code).contains("JOINT-80-20");
        node.channel("BANK-A", List.of());
        assertThat(node.route("P", 3, 1, Set.of()).scheme()).map(Scheme::code).contains("JOINT-80-20");
        Routed alone = node.asked("JOINT-70-30", 4);
        assertThat(alone.outcome()).isEqualTo(Outcome.LAST_RESORT);
        assertThat(alone.parts(AMOUNT)).extracting(Routed.Part::amountFen).containsExactly(AMOUNT);
        assertThat(node.asked("JOINT-70-30", 4)).isEqualTo(alone);
    }

    @Test
    void a_reservation_is_used_or_given_back_once_whoever_tries() throws Exception {
        node.activate(RouteTexts.SAMPLE);
        for (int order = 1; order <= 2; order++) {
            node.route(order, 1, Set.of());
        }
        inParallel(8, 8, number -> {
            settle(1, "BANK-A");
            settle(2);
            return node.route(1, 1, Set.of());
        });
        assertThat(number("used_fen", "BANK-A", "DAY")).isEqualTo(PART_A);
        assertThat(reserved("BANK-A", "DAY")).isZero();
        inParallel(8, 8, number -> {
            database.transactions().inTransaction(() -> node.quotas.returned(RouterNode.orderNo(1), true));
            return node.route(1, 1, Set.of());
        });
        assertThat(number("used_fen", "BANK-A", "BALANCE")).isZero();
        assertThat(number("used_fen", "BANK-A", "TOTAL")).isEqualTo(PART_A);
        database.transactions().inTransaction(() -> node.quotas.returned(RouterNode.orderNo(1), false));
        assertThat(number("used_fen", "BANK-A", "BALANCE")).isEqualTo(PART_A);
    }

    @Test
    void reservations_that_were_left_behind_are_ended_and_told_once_and_a_healthy_one_is_left_alone() {
        node.activate(RouteTexts.SAMPLE);
        for (int order = 1; order <= 4; order++) {
            node.route(order, 1, Set.of());
        }
        node.channel("BANK-B", limits(800_000));
        node.route(4, 2, Set.of("BANK-A"));
        database.execute("UPDATE fund_quota_entry SET status = 'RESERVED' WHERE order_no = '" + RouterNode.orderNo(4)
                + "' AND attempt = 1");
        database.execute(
                "UPDATE fund_quota SET reserved_fen = reserved_fen + " + PART_A + " WHERE institution_code = 'BANK-A'");
        funded(1, "BANK-A");
        funded(2, "SMALL-LOAN");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        WatchQuotas patient = watch(Duration.ofHours(1), meters);
        assertThat(patient.round()).isZero();
        database.execute("UPDATE fund_quota_entry SET created_at = created_at - INTERVAL 10 MINUTE");
        WatchQuotas watch = watch(Duration.ofMinutes(5), meters);
        assertThat(watch.round()).isEqualTo(3);
        assertThat(watch.round()).isZero();
        assertThat(meters.counter("jl.fund.quota.leaks").count()).isEqualTo(3);
        assertThat(database.texts("SELECT CONCAT(RIGHT(LEFT(order_no, 18), 1), ' ', attempt, ' ', status) FROM"
                        + " fund_quota_entry ORDER BY order_no, attempt"))
                .containsExactly("1 1 USED", "2 1 RELEASED", "3 1 RESERVED", "4 1 RELEASED", "4 2 RESERVED");
        assertThat(database.texts("SELECT DISTINCT alarm_code FROM alarm ORDER BY alarm_code"))
                .containsExactly("QUOTA_LEAK", "QUOTA_SCARCE");
    }

    private WatchQuotas watch(Duration age, SimpleMeterRegistry meters) {
        return new WatchQuotas(
                database.transactions(), node.quotas, new Alarms(database.session()), node.calendar, age, meters);
    }

    private void funded(int order, String institution) {
        String number = RouterNode.orderNo(order);
        database.execute("INSERT INTO funding (order_no, shard_key, borrower_no, product_code, scheme_code,"
                + " principal_fen, status, next_at) VALUES ('" + number + "', 42, 'B', 'P', 'JOINT-70-30', " + AMOUNT
                + ", 40, UTC_TIMESTAMP(3))");
        database.execute("INSERT INTO sub_order (sub_order_no, order_no, seat, shard_key, institution_code, is_lead,"
                + " weight, contribution_fen, status) VALUES ('" + number + "01', '" + number + "', 1, 42, '"
                + institution + "', 0, 1, " + AMOUNT + ", 'ACTIVE')");
    }

    @Test
    void a_version_is_published_by_one_person_activated_by_another_and_never_changes() {
        node.activate(RouteTexts.SAMPLE);
        assertThatThrownBy(() -> node.publish(RouteTexts.SAMPLE.replace("attempts: 3", "attempts: 4")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCodes.ROUTE_STATE))
                .hasMessageContaining("exists with another text");
        String second = RouteTexts.SAMPLE.replace("version: 1", "version: 2").replace("attempts: 3", "attempts: 1");
        node.publish(second);
        assertThatThrownBy(() -> node.activate("owner-loan", 2, "author"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCodes.SECOND_PERSON_REQUIRED));
        node.activate("owner-loan", 2, "second");
        assertThat(database.texts("SELECT CONCAT(version, ' ', status) FROM fund_route ORDER BY version"))
                .containsExactly("1 RETIRED", "2 ACTIVE");
        node.activate("owner-loan", 1, "second");
        assertThat(node.routes.activeFor("LOAN-OWNER-HEXINHOUSE-A"))
                .get()
                .extracting("version")
                .isEqualTo(1);
        assertThatThrownBy(() -> node.activate(RouteTexts.SAMPLE.replace("route: owner-loan", "route: another")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("another route has the products");
        assertThat(node.routes.active("another")).isEmpty();
        assertThat(database.texts(
                        "SELECT CONCAT_WS(' ', operator, COALESCE(approver, '-'), action, subject) FROM fund_audit"
                                + " WHERE subject LIKE 'owner-loan@%' ORDER BY id"))
                .as("what was refused is not there")
                .containsExactly(
                        "author - PUBLISH owner-loan@1",
                        "second author ACTIVATE owner-loan@1",
                        "author - PUBLISH owner-loan@2",
                        "second author ACTIVATE owner-loan@2",
                        "second author ACTIVATE owner-loan@1");
    }

    private static List<QuotaLimit> limits(long dayFen) {
        return List.of(
                new QuotaLimit(Dimension.DAY, dayFen, 9000),
                new QuotaLimit(Dimension.TOTAL, 1_000_000 * AMOUNT, 9000),
                new QuotaLimit(Dimension.BALANCE, 1_000_000 * AMOUNT, 9000));
    }

    private void settle(int order, String... funding) {
        database.transactions().inTransaction(() -> node.quotas.settle(RouterNode.orderNo(order), Set.of(funding)));
    }

    private @Nullable SkipReason reason(int order, int attempt, String scheme) {
        return node.decisions.find(RouterNode.orderNo(order), attempt).orElseThrow().decision().candidates().stream()
                .filter(candidate -> candidate.scheme().equals(scheme))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private long reserved(String institution, String dimension) {
        return number("reserved_fen", institution, dimension);
    }

    private long number(String column, String institution, String dimension) {
        return database.number("SELECT " + column + " FROM fund_quota WHERE institution_code = '" + institution
                + "' AND dimension = '" + dimension + "'");
    }

    private long deadlocks() {
        return database.number("SELECT COUNT FROM information_schema.INNODB_METRICS WHERE NAME = 'lock_deadlocks'");
    }

    private static List<Routed> inParallel(int threads, int calls, RouterNode.Call call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Routed>> tasks = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int number = i;
                tasks.add(() -> call.number(number));
            }
            List<Routed> answers = new ArrayList<>();
            for (Future<Routed> future : pool.invokeAll(tasks, 2, TimeUnit.MINUTES)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    /** What the checks of routing say after every test; the tables of funding are empty or made up here. */
    private void assertRules() {
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "fund_router");
        try (Connection connection = database.open()) {
            assertThat(SchemaScripts.verify(connection, scripts).broken())
                    .filteredOn(rule -> rule.file().contains("routing"))
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
