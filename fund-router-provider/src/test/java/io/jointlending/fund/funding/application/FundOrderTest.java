package io.jointlending.fund.funding.application;

import static io.jointlending.fund.funding.application.FundingWorld.ORDER;
import static io.jointlending.fund.funding.application.FundingWorld.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.SubOrderShare;
import io.jointlending.fund.funding.application.InMemoryBank.Manner;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.funding.domain.Pauses;
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
        assertThat(world.bank.calls).containsExactly("ask " + ORDER + "01", "ask " + ORDER + "02");
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
        assertThat(world.bank.books.values())
                .extracting(InMemoryBank.Loan::amountFen)
                .containsExactly(1000L);
        assertThat(world.bank.calls).containsExactly("ask " + ORDER + "01", "ask " + ORDER + "02");
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
    void a_late_answer_is_waited_for_and_nobody_is_asked_again() {
        FundingWorld world = activated(THREE, 100_000);
        world.bank.set("BANK-A", Manner.ACCEPT, 2);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.bank.calls).containsExactly("ask " + ORDER + "01", "ask " + ORDER + "02");
        assertThat(world.made()).hasSize(3);
    }

    @Test
    void silence_is_waited_for_as_long_as_it_takes_and_decides_nothing() {
        FundingWorld world = activated(THREE, 100_000);
        world.bank.set("BANK-B", Manner.SILENT, 0);
        Funding now = world.after(100);
        assertThat(now.task().status()).isEqualTo(FundingStatus.FUNDING);
        assertThat(now.legs()).extracting(leg -> leg.status().name()).containsExactly("ACCEPTED", "SENT", "INIT");
        assertThat(world.bank.calls).hasSize(2);
        assertThat(world.bank.begun).isEqualTo(1);
        assertThat(world.tasks.waits)
                .as("no hurry: the end of the task makes it due")
                .containsOnly(Pauses.DEFAULT.result());
        assertThat(world.made()).isEmpty();
    }

    @Test
    void an_institution_without_a_channel_is_waited_for_and_somebody_is_told() {
        FundingWorld world = activated(THREE, 100_000);
        world.bank.setReached("BANK-B", false);
        Funding now = world.after(5);
        assertThat(now.legs()).extracting(leg -> leg.status().name()).containsExactly("ACCEPTED", "INIT", "INIT");
        assertThat(world.bank.calls).containsExactly("ask " + ORDER + "01");
        assertThat(world.alarms).hasSize(5).allMatch(alarm -> alarm.code().equals("FUND_NO_CHANNEL"));
        world.bank.setReached("BANK-B", true);
        assertThat(world.runToEnd().task().status()).isEqualTo(FundingStatus.FUNDED);
        assertThat(world.made()).extracting(FundOrderTest::words).hasSize(3);
        assertThat(world.bank.calls).containsExactly("ask " + ORDER + "01", "ask " + ORDER + "02");
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
        assertThat(world.bank.calls).containsExactly("ask " + ORDER + "01", "ask " + ORDER + "0102");
        assertThat(world.made()).extracting(SubOrder::subOrderNo).containsExactly(ORDER + "0102", ORDER + "0202");
        assertThat(world.quotas.settled).containsExactly(Set.of("BANK-B", "OWN"));
    }

    @Test
    void a_lost_answer_never_leads_to_another_scheme_in_a_day_of_waiting() {
        FundingWorld world = new FundingWorld(request -> {
            assertThat(request.attempt()).isEqualTo(1);
            return FundingWorld.routed(request, THREE, true);
        });
        world.activate(1000);
        world.bank.set("BANK-A", Manner.SILENT, 0);
        while (total(world.tasks.waits).compareTo(Duration.ofDays(1)) < 0) {
            assertThat(world.after(10).task().status()).isEqualTo(FundingStatus.FUNDING);
        }
        assertThat(world.bank.calls)
                .as("the others are not asked before the first has answered")
                .containsExactly("ask " + ORDER + "01");
    }

    @Test
    void what_an_institution_has_moved_is_taken_back_before_another_scheme_is_asked_for() {
        FundingWorld world = rerouting(THREE, "OWN 10000 lead");
        world.bank.set("BANK-B", Manner.REFUSE, 1);
        world.bank.setCancel("BANK-A", Manner.ACCEPT);
        Funding end = world.runToEnd();
        assertThat(world.bank.calls)
                .containsExactly("ask " + ORDER + "01", "ask " + ORDER + "02", "cancel " + ORDER + "01");
        assertThat(end.task().routeAttempt()).isEqualTo(2);
        assertThat(world.bank.books).isEmpty();
        assertThat(world.made()).extracting(FundOrderTest::words).containsExactly("0102 OWN 10000 1000");
    }

    @Test
    void what_cannot_be_taken_back_stays_and_the_lead_takes_over_the_rest() {
        for (boolean tooLate : List.of(true, false)) {
            FundingWorld world = rerouting(THREE, "OWN 10000 lead");
            world.bank.set("BANK-B", Manner.REFUSE, 0);
            if (tooLate) {
                world.bank.setCancel("BANK-A", Manner.REFUSE);
            }
            Funding end = world.runToEnd();
            assertThat(end.task().routeAttempt()).isEqualTo(1);
            assertThat(world.bank.calls)
                    .filteredOn(call -> call.startsWith("cancel"))
                    .hasSize(tooLate ? 1 : 0);
            assertThat(world.made())
                    .extracting(FundOrderTest::words)
                    .containsExactly("01 BANK-A 500 500", "03 OWN 500 500");
            assertThat(world.quotas.settled).containsExactly(Set.of("BANK-A", "OWN"));
        }
    }

    @Test
    void a_lost_answer_to_a_cancellation_decides_nothing() {
        FundingWorld world = rerouting(THREE, "OWN 10000 lead");
        world.bank.set("BANK-B", Manner.REFUSE, 0);
        world.bank.setCancel("BANK-A", Manner.SILENT);
        Funding now = world.after(50);
        assertThat(now.task().status()).isEqualTo(FundingStatus.FUNDING);
        assertThat(now.legs()).extracting(leg -> leg.status().name()).containsExactly("CANCELLING", "REJECTED", "INIT");
        assertThat(world.made()).isEmpty();
    }

    private static FundingWorld rerouting(Scheme first, String second) {
        FundingWorld world = new FundingWorld(
                request -> FundingWorld.routed(request, request.attempt() == 1 ? first : scheme(second), true));
        world.activate(1000);
        return world;
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
        assertThat(world.funding().task().status()).isEqualTo(FundingStatus.FUNDING);
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

    private static Duration total(List<Duration> waits) {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static String words(SubOrder subOrder) {
        return subOrder.subOrderNo().substring(22) + " " + subOrder.institutionCode() + " " + subOrder.weight() + " "
                + subOrder.contributionFen();
    }
}
