package io.jointlending.fund.funding.application;

import static io.jointlending.fund.funding.application.FundingWorld.ORDER;
import static io.jointlending.fund.funding.application.FundingWorld.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.SubOrderShare;
import io.jointlending.fund.funding.application.InMemoryBank.Manner;
import io.jointlending.fund.funding.domain.FundRequest;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.route.application.RouteRequest;
import io.jointlending.fund.route.application.Routed;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.support.error.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FundOrderTest {
    private static final Scheme THREE = scheme("BANK-A 5000; BANK-B 3000; OWN 2000 lead");

    @Test
    void all_accept_and_the_weights_are_the_basis_points() {
        FundingWorld world = activated(THREE, 1_000_003);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.made())
                .extracting(FundOrderTest::words)
                .containsExactly("01 BANK-A 5000 500001", "02 BANK-B 3000 300001", "03 OWN 2000 200001");
        assertThat(world.messages()).hasSize(1);
        assertThat(world.messages().get(0).principalFen()).isEqualTo(1_000_003);
        assertThat(world.messages().get(0).shares())
                .extracting(SubOrderShare::subOrderNo)
                .containsExactly(ORDER + "01", ORDER + "02", ORDER + "03");
        assertThat(world.bank.calls).containsExactly("submit F" + ORDER + "01", "submit F" + ORDER + "02");
    }

    @Test
    void the_lead_takes_what_is_refused_and_the_weights_are_the_contributions() {
        FundingWorld world = activated(THREE, 1_000_003);
        world.bank.set("BANK-B", Manner.REFUSE, 0);
        Funding end = world.runToEnd();
        assertThat(end.task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.made())
                .extracting(FundOrderTest::words)
                .containsExactly("01 BANK-A 500001 500001", "03 OWN 500002 500002");
        assertThat(end.legs())
                .extracting(leg -> leg.status() + " " + leg.reason())
                .containsExactly("ACCEPTED null", "REJECTED no", "ACCEPTED null");
    }

    @Test
    void a_lead_left_alone_funds_by_itself() {
        FundingWorld world = activated(THREE, 1_000_003);
        world.bank.set("BANK-A", Manner.REFUSE, 0);
        world.bank.set("BANK-B", Manner.REFUSE, 0);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.SELF_FUNDED);
        assertThat(world.made()).extracting(FundOrderTest::words).containsExactly("03 OWN 1000003 1000003");
    }

    @Test
    void an_external_lead_is_asked_last_for_its_part_and_what_was_refused() {
        FundingWorld world = activated(scheme("BANK-A 7000; BANK-L 3000 lead"), 1000);
        world.bank.set("BANK-A", Manner.REFUSE, 0);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.SELF_FUNDED);
        assertThat(world.bank.books.values()).extracting(FundRequest::amountFen).containsExactly(700L, 1000L);
        assertThat(world.bank.calls).containsExactly("submit F" + ORDER + "01", "submit F" + ORDER + "02");
    }

    @Test
    void an_external_lead_that_refuses_needs_a_person() {
        FundingWorld world = activated(scheme("BANK-A 7000; BANK-L 3000 lead"), 1000);
        world.bank.set("BANK-L", Manner.REFUSE, 0);
        Funding end = world.runToEnd();
        assertThat(end.task().status()).isEqualTo(FundingStatus.MANUAL);
        assertThat(end.task().reason()).isEqualTo("the lead BANK-L refused 300 fen: no");
        assertThat(world.made()).isEmpty();
        assertThat(world.messages()).isEmpty();
    }

    @Test
    void a_late_or_lost_answer_is_asked_for_by_the_same_number() {
        for (Manner manner : List.of(Manner.LATE, Manner.LOST, Manner.DIES_AFTER)) {
            FundingWorld world = activated(THREE, 100_000);
            world.bank.set("BANK-A", manner, 2);
            assertThat(world.runToEnd().task().status()).as("%s", manner).isEqualTo(FundingStatus.FUNDED);
            assertThat(world.bank.books).as("%s", manner).hasSize(2);
            assertThat(world.bank.calls)
                    .as("%s", manner)
                    .filteredOn(call -> call.endsWith(ORDER + "01"))
                    .containsExactly(
                            "submit F" + ORDER + "01",
                            "query F" + ORDER + "01",
                            "query F" + ORDER + "01",
                            "query F" + ORDER + "01");
            assertThat(world.made()).hasSize(3);
        }
    }

    @Test
    void a_request_that_never_left_is_sent_again_under_its_number_once_it_cannot_be_on_its_way() {
        FundingWorld world = activated(THREE, 100_000);
        world.bank.set("BANK-A", Manner.DIES_BEFORE, 0);
        world.step();
        world.step();
        assertThat(world.funding().legs())
                .extracting(leg -> leg.status().name())
                .containsExactly("SENT", "SENT", "INIT");
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.bank.calls)
                .filteredOn(call -> call.endsWith(ORDER + "01"))
                .containsExactly(
                        "submit F" + ORDER + "01",
                        "query F" + ORDER + "01",
                        "query F" + ORDER + "01",
                        "query F" + ORDER + "01",
                        "submit F" + ORDER + "01");
        assertThat(world.bank.books).hasSize(2);
    }

    @Test
    void silence_is_asked_on_the_ladder_and_then_needs_a_person() {
        FundingWorld world = activated(THREE, 100_000);
        world.bank.set("BANK-B", Manner.SILENT, 0);
        Funding end = world.runToEnd();
        assertThat(end.task().status()).isEqualTo(FundingStatus.MANUAL);
        assertThat(end.task().reason()).contains("BANK-B").contains("50 queries");
        assertThat(end.legs()).extracting(leg -> leg.status().name()).containsExactly("ACCEPTED", "SENT", "INIT");
        List<Duration> waits = world.tasks.waits;
        // routed at once, the lease of the sending, then the ladder, then the person
        assertThat(waits.subList(0, 9))
                .extracting(Duration::toSeconds)
                .containsExactly(0L, 60L, 1L, 2L, 5L, 15L, 30L, 60L, 300L);
        assertThat(waits).hasSize(2 + 50 + 1);
        assertThat(world.made()).isEmpty();
    }

    @Test
    void another_provider_that_does_not_answer_is_waited_for() {
        Deque<Boolean> down = new ArrayDeque<>(List.of(true, true));
        FundingWorld world = new FundingWorld(request -> {
            if (down.poll() != null) {
                throw new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, null);
            }
            return FundingWorld.routed(request, THREE, false);
        });
        world.activate(100);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.tasks.waits.subList(0, 2))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L);
    }

    @Test
    void a_verified_refusal_leads_to_the_next_attempt_without_the_institution_and_under_other_numbers() {
        List<RouteRequest> asked = new ArrayList<>();
        FundingWorld world = new FundingWorld(request -> {
            asked.add(request);
            return FundingWorld.routed(
                    request,
                    request.attempt() == 1
                            ? scheme("BANK-A 7000; OWN-X 1000; OWN 2000 lead")
                            : scheme("BANK-B 8000; OWN 2000 lead"),
                    true);
        });
        world.activate(1000);
        world.bank.set("BANK-A", Manner.REFUSE, 0);
        Funding end = world.runToEnd();
        assertThat(end.task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(end.task().routeAttempt()).isEqualTo(2);
        assertThat(asked).extracting(RouteRequest::attempt).containsExactly(1, 2);
        assertThat(asked).extracting(RouteRequest::excluded).containsExactly(Set.of(), Set.of("BANK-A"));
        assertThat(world.bank.calls).containsExactly("submit F" + ORDER + "01", "submit F" + ORDER + "0102");
        assertThat(world.made()).extracting(SubOrder::subOrderNo).containsExactly(ORDER + "0102", ORDER + "0202");
        assertThat(world.quotas.settled).containsExactly(Set.of("BANK-B", "OWN"));
    }

    @Test
    void a_lost_answer_never_leads_to_another_scheme() {
        FundingWorld world = new FundingWorld(request -> {
            assertThat(request.attempt()).isEqualTo(1);
            return FundingWorld.routed(request, THREE, true);
        });
        world.activate(1000);
        world.bank.set("BANK-A", Manner.SILENT, 0);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.MANUAL);
        assertThat(world.bank.calls)
                .as("the others are not asked before the first has answered")
                .noneMatch(call -> call.endsWith(ORDER + "02"));
    }

    @Test
    void an_order_that_nobody_funds_now_waits_in_its_attempt() {
        Deque<Boolean> closed = new ArrayDeque<>(List.of(true, true));
        FundingWorld world = new FundingWorld(request -> closed.poll() == null
                ? FundingWorld.routed(request, THREE, false)
                : new Routed(request.orderNo(), request.attempt(), Outcome.PARKED, Optional.empty(), false));
        world.activate(100);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.tasks.waits.subList(0, 2))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L);
    }

    @Test
    void a_scheme_that_does_not_exist_needs_a_person() {
        FundingWorld world = new FundingWorld(request -> {
            throw new Refusal(ErrorCodes.SCHEME_NOT_FOUND, "code");
        });
        world.activate(100);
        Funding end = world.runToEnd();
        assertThat(end.task().status()).isEqualTo(FundingStatus.MANUAL);
        assertThat(end.task().reason()).startsWith("A0525");
    }

    @Test
    void a_scheme_of_our_own_alone_needs_no_call() {
        FundingWorld world = activated(scheme("OWN-X 4000; OWN 6000 lead"), 5);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.made()).extracting(FundOrderTest::words).containsExactly("01 OWN-X 4000 2", "02 OWN 6000 3");
        assertThat(world.bank.calls).isEmpty();
    }

    @Test
    void a_part_of_nothing_is_not_asked_for() {
        FundingWorld world = activated(scheme("BANK-A 7000; OWN 3000 lead"), 1);
        Funding end = world.runToEnd();
        assertThat(end.task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.made()).extracting(FundOrderTest::words).containsExactly("01 BANK-A 7000 1");
        assertThat(end.legs()).extracting(Leg::status).extracting(Enum::name).containsExactly("ACCEPTED", "CANCELLED");
    }

    @Test
    void a_step_whose_lease_has_ended_writes_nothing() {
        FundingWorld world = activated(THREE, 100);
        var stale = world.tasks.claim(1, Duration.ZERO, "first").get(0);
        world.step();
        assertThat(world.funding().task().status()).isEqualTo(FundingStatus.ROUTED);
        Funding now = world.funding();
        assertThat(world.tasks.save(new Funding(stale, List.of()), new Funding(stale, List.of()), Duration.ZERO))
                .isEmpty();
        assertThat(world.funding()).isEqualTo(now);
    }

    private static FundingWorld activated(Scheme scheme, long principalFen) {
        FundingWorld world = new FundingWorld(scheme);
        world.activate(principalFen);
        return world;
    }

    private static String words(SubOrder subOrder) {
        return subOrder.subOrderNo().substring(22) + " " + subOrder.institutionCode() + " " + subOrder.weight() + " "
                + subOrder.contributionFen();
    }
}
