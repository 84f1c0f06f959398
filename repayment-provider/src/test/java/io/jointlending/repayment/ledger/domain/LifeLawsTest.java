package io.jointlending.repayment.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.money.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds after every event of every life: the seed stands in every failure. */
class LifeLawsTest {
    private static final int LIVES = 9_400;
    private static final int MOST_EVENTS = 40;
    private static final long STATES = 200_000;

    /** The institutions' side of a life, event by event. */
    private static final class Shared {
        private final Composition composition;
        private final Map<Long, List<SplitLine>> lines = new HashMap<>();
        private SubLedgers subs;

        Shared(Composition composition, Ledger opened, List<LedgerEvent> events) {
            this.composition = composition;
            this.subs = SubLedgers.open(composition, opened, events);
        }

        List<SplitLine> apply(LedgerEvent event, Ledger ledger) {
            ReversedEvent reversed = event.reversed();
            Split split = subs.split(
                    event, ledger, reversed == null ? List.of() : lines.getOrDefault(reversed.sequence(), List.of()));
            subs = split.after();
            lines.put(event.sequence(), split.lines());
            return split.lines();
        }
    }

    @Test
    void every_state_of_every_life_is_split_exactly() {
        AtomicLong states = new AtomicLong();
        AtomicLong reversals = new AtomicLong();
        AtomicLong replans = new AtomicLong();
        IntStream.range(0, LIVES).parallel().forEach(seed -> {
            try {
                RandomLife life = new RandomLife(seed);
                Shared shared = new Shared(life.composition(), life.ledger(), List.of());
                long[] contributions = RandomLife.contributions(shared.composition);
                for (int i = 0; i < MOST_EVENTS; i++) {
                    LedgerEvent event = life.next();
                    if (event == null) {
                        break;
                    }
                    List<SplitLine> lines = shared.apply(event, life.ledger());
                    check(event, life.ledger(), shared, lines, contributions);
                    states.incrementAndGet();
                    reversals.addAndGet(event.reversed() == null ? 0 : 1);
                    replans.addAndGet(event.replanned() ? 1 : 0);
                }
                requireReturnable(life);
                requireReplayed(life, shared);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        });
        assertThat(states.get()).as("checked states").isGreaterThanOrEqualTo(STATES);
        assertThat(reversals.get()).as("reversals among them").isGreaterThan(STATES / 10);
        assertThat(replans.get()).as("re-plans among them").isGreaterThan(STATES / 20);
    }

    /** Conservation, bounds and clearing are checked by the records when they are made; here is the rest. */
    private static void check(
            LedgerEvent event, Ledger ledger, Shared shared, List<SplitLine> lines, long[] contributions) {
        shared.subs.requireWhole(ledger);
        boolean ended = ledger.head().status() != LedgerStatus.ACTIVE;
        long[] principal = new long[contributions.length];
        for (SharedInstallment cell : shared.subs.installments().values()) {
            require(!ended || cell.dues().equals(cell.settled()), "ended with something open", event, cell);
            for (int i = 0; i < principal.length; i++) {
                principal[i] += cell.dues().get(i).principalFen();
            }
        }
        for (int i = 0; i < principal.length; i++) {
            require(principal[i] == contributions[i], "principal dues leave the contribution", event, principal);
        }
        if (event.kind() != EventKind.REVERSAL) {
            for (SplitLine line : lines) {
                require(line.settled().covers(Amounts.ZERO), "taken back from an institution", event, line);
            }
            return;
        }
        ReversedEvent reversed = event.reversed();
        List<SplitLine> booked = new ArrayList<>(
                reversed == null ? List.of() : shared.lines.getOrDefault(reversed.sequence(), List.of()));
        booked.addAll(lines);
        Map<String, Amounts> sums = new HashMap<>();
        booked.forEach(
                line -> sums.merge(line.seat().seat() + "/" + line.installmentNo(), line.settled(), Amounts::plus));
        require(sums.values().stream().allMatch(Amounts.ZERO::equals), "reversal is no mirror", event, sums);
    }

    /** Only principal paid with money, and not taken back, gives credit back. */
    private static void requireReturnable(RandomLife life) {
        long paid = 0;
        for (LedgerEvent event : life.events()) {
            ReversedEvent reversed = event.reversed();
            EventKind origin = reversed == null ? event.kind() : reversed.kind();
            for (MasterLine line : event.lines()) {
                paid += origin.paid() ? line.settled().principalFen() : 0;
            }
        }
        require(paid == life.ledger().head().returnablePrincipalFen(), "returnable principal", life.ledger(), paid);
    }

    /** Sub-orders that come after everything end where those are that were there from the start. */
    private static void requireReplayed(RandomLife life, Shared early) {
        Shared late = new Shared(early.composition, life.ledger(), life.events());
        life.events().forEach(event -> late.apply(event, life.ledger()));
        require(late.subs.equals(early.subs), "late split differs", late.subs, early.subs);
        require(late.lines.equals(early.lines), "lines of the late split differ", late.lines, early.lines);
    }

    private static void require(boolean holds, String law, Object... facts) {
        if (!holds) {
            throw new AssertionError(law + ": " + List.of(facts));
        }
    }
}
