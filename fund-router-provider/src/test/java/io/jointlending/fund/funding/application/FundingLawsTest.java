package io.jointlending.fund.funding.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.funding.application.InMemoryBank.Manner;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingPlan;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.funding.domain.LegStatus;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.support.money.CumulativeSplit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FundingLawsTest {
    private static final int STORIES = 4_000;
    private static final int ATTEMPTS = 3;
    private static final int MOST_INSTITUTIONS = 6;
    private static final Scheme OWN_ALONE = FundingWorld.scheme("OWN 10000 lead");
    private static final List<Manner> MANNERS =
            List.of(Manner.ACCEPT, Manner.REFUSE, Manner.ACCEPT, Manner.REFUSE, Manner.ACCEPT);

    @Test
    void every_plan_adds_up_to_the_principal_and_keeps_the_lead() {
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            Scheme scheme = scheme(random);
            long principal = principal(random);
            List<Leg> legs = FundingPlan.legs(FundingWorld.ORDER, 1, principal, scheme);
            String story = "seed " + seed + ": " + principal + " fen by " + scheme;
            assertThat(legs.stream().mapToLong(Leg::amountFen).sum()).as(story).isEqualTo(principal);
            assertThat(legs).as(story).allMatch(leg -> leg.amountFen() > 0 || leg.lead());
            assertThat(legs).as(story).filteredOn(Leg::lead).hasSize(1);
            assertThat(legs).as(story).extracting(Leg::requestNo).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatever_the_institutions_do_the_outcome_is_whole() {
        int funded = 0;
        int alone = 0;
        int manual = 0;
        int again = 0;
        int takenBack = 0;
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            Scheme scheme = scheme(random);
            long principal = principal(random);
            boolean reroutes = random.nextBoolean();
            List<Scheme> later = List.of(scheme(random), scheme(random));
            FundingWorld world = new FundingWorld(request -> FundingWorld.routed(
                    request,
                    request.attempt() == 1
                            ? scheme
                            : request.attempt() <= ATTEMPTS ? later.get(request.attempt() - 2) : OWN_ALONE,
                    reroutes && request.attempt() <= ATTEMPTS));
            Map<String, Manner> manners = new HashMap<>();
            for (int bank = 0; bank < MOST_INSTITUTIONS; bank++) {
                String institution = "I-" + bank;
                Manner manner = MANNERS.get(random.nextInt(MANNERS.size()));
                manners.put(institution, manner);
                world.bank.set(institution, manner, random.nextInt(4));
                if (random.nextInt(3) > 0) {
                    world.bank.setCancel(institution, MANNERS.get(random.nextInt(MANNERS.size())));
                }
            }
            world.activate(principal);
            Funding end = world.runToEnd();
            String story =
                    "seed " + seed + ": " + principal + " fen by " + scheme + " with " + manners + " ends " + end;
            again += end.task().routeAttempt() > 1 ? 1 : 0;
            takenBack += world.bank.calls.stream().anyMatch(call -> call.startsWith("cancel")) ? 1 : 0;

            switch (end.task().status()) {
                case FUNDED -> funded++;
                case SELF_FUNDED -> alone++;
                case MANUAL -> manual++;
                default -> throw new IllegalStateException(story);
            }
            if (end.task().status() == FundingStatus.MANUAL) {
                Leg lead = end.legs().stream().filter(Leg::lead).findFirst().orElseThrow();
                assertThat(lead.external() && lead.status() == LegStatus.REJECTED)
                        .as(story)
                        .isTrue();
                assertThat(world.made()).as(story).isEmpty();
            } else {
                whole(world, end, principal, story);
            }
        }
        assertThat(List.of(funded, alone, manual, again, takenBack))
                .as("stories of every outcome")
                .allMatch(count -> count > 50);
    }

    private static void whole(FundingWorld world, Funding end, long principal, String story) {
        List<SubOrder> made = world.made();
        long[] contributions =
                made.stream().mapToLong(SubOrder::contributionFen).toArray();
        long[] weights = made.stream().mapToLong(SubOrder::weight).toArray();
        assertThat(CumulativeSplit.split(principal, weights))
                .as("the weights give the contributions; %s", story)
                .isEqualTo(contributions);
        assertThat(made).as(story).allMatch(one -> one.weight() > 0 && one.contributionFen() > 0);
        assertThat(world.messages()).as(story).hasSize(1);
        assertThat(world.messages().get(0).shares()).as(story).hasSameSizeAs(made);
        Map<String, Optional<BigDecimal>> rates = new HashMap<>();
        end.legs().forEach(leg -> rates.put(leg.institutionCode(), Optional.ofNullable(leg.ownAnnualRate())));
        assertThat(world.messages().get(0).shares()).as(story).allMatch(share -> rates.getOrDefault(
                        share.institutionCode(), Optional.empty())
                .equals(Optional.ofNullable(share.ownAnnualRate())));
        Leg lead = end.legs().stream().filter(Leg::lead).findFirst().orElseThrow();
        assertThat(made.stream().anyMatch(SubOrder::lead)).as(story).isEqualTo(lead.status() == LegStatus.ACCEPTED);
        assertThat(lead.status() == LegStatus.CANCELLED)
                .as("the lead is dropped only when nothing is left; %s", story)
                .isEqualTo(lead.amountFen() == 0);
        List<String> funding = end.legs().stream()
                .filter(leg -> leg.status() == LegStatus.ACCEPTED)
                .map(Leg::institutionCode)
                .toList();
        assertThat(made).as(story).extracting(SubOrder::institutionCode).isEqualTo(funding);
        Map<String, Long> external = new TreeMap<>();
        end.legs().stream()
                .filter(leg -> leg.external() && leg.status() == LegStatus.ACCEPTED)
                .forEach(leg -> external.put(leg.institutionCode(), leg.amountFen()));
        Map<String, Long> moved = new TreeMap<>();
        world.bank
                .books
                .values()
                .forEach(loan -> moved.merge(loan.institutionCode(), loan.amountFen(), Math::addExact));
        assertThat(moved).as("money moved at the banks; %s", story).isEqualTo(external);
    }

    private static long principal(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextInt(20);
            case 1 -> 1 + random.nextInt(10_000);
            case 2 -> 1 + random.nextInt(20_000_000);
            default -> 1 + random.nextLong(100_000_000_000L);
        };
    }

    private static Scheme scheme(Random random) {
        int institutions = 1 + random.nextInt(MOST_INSTITUTIONS);
        int lead = random.nextInt(institutions);
        int left = 10_000;
        List<Scheme.Share> shares = new ArrayList<>();
        for (int i = 0; i < institutions; i++) {
            int others = institutions - 1 - i;
            int share = others == 0
                    ? left
                    : 1 + random.nextInt(random.nextBoolean() ? left - others : Math.min(20, left - others));
            left -= share;
            boolean external = random.nextInt(i == lead ? 2 : 5) > 0;
            shares.add(new Scheme.Share(
                    i + 1,
                    "I-" + i,
                    external,
                    i == lead,
                    share,
                    i == lead || random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(3_600), 4)));
        }
        return new Scheme("S", shares);
    }
}
