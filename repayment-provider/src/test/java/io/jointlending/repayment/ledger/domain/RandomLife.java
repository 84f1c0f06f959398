package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.PrepaymentMode;
import io.jointlending.support.money.RepaymentPlanner;
import io.jointlending.support.money.Replanner;
import io.jointlending.support.money.Rounding;
import io.jointlending.support.money.WaterfallOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random life of a loan: any event at any time, by the rules of the use cases. The same seed is the same life. */
final class RandomLife {
    private static final String ORDER = "2601150000000000010042";

    private final Random random;
    private final List<LedgerEvent> events = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();
    private final List<Long> reversed = new ArrayList<>();
    private Ledger ledger;

    RandomLife(long seed) {
        this.random = new Random(seed);
        this.ledger = ledger(random);
    }

    Ledger ledger() {
        return ledger;
    }

    List<LedgerEvent> events() {
        return events;
    }

    List<Posting> postings() {
        return postings;
    }

    /** Two to seven institutions of any weights, some of them with rates of their own. */
    Composition composition() {
        long[] weights = new long[2 + random.nextInt(6)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + random.nextLong(random.nextBoolean() ? 10 : 10_000);
        }
        Composition composition = TestLedgers.composition(ORDER, ledger.head().principalFen(), weights);
        return random.nextBoolean()
                ? composition
                : TestLedgers.withRandomRates(
                        random, composition, ledger.head().terms().annualRate());
    }

    /** One more event, or null when nothing more can happen. */
    @Nullable
    LedgerEvent next() {
        LocalDate day =
                ledger.head().valueDate().plusDays(random.nextInt(3) == 0 ? random.nextInt(45) : random.nextInt(6));
        Posting posting = posting(day);
        if (posting == null) {
            return null;
        }
        ledger = posting.after();
        LedgerEvent event = TestLedgers.event(posting);
        events.add(event);
        postings.add(posting);
        return event;
    }

    private @Nullable Posting posting(LocalDate day) {
        boolean active = ledger.head().status() == LedgerStatus.ACTIVE;
        if (ledger.head().status() == LedgerStatus.WRITTEN_OFF || ledger.head().status() == LedgerStatus.REFUNDED) {
            return null;
        }
        int choice = random.nextInt(100);
        if (choice < 22 || (!active && choice < 80)) {
            Posting reversal = reversal(day);
            if (reversal != null) {
                return reversal;
            }
        }
        if (!active) {
            return choice < 90 ? ledger.post(1 + random.nextInt(5), day) : null;
        }
        long open = ledger.accruedTo(day).open().total();
        if (choice < 55) {
            return ledger.post(1 + random.nextLong(Math.max(open / 4, 1)), day);
        }
        if (choice < 78) {
            PrepaymentMode mode = any(random, List.of(PrepaymentMode.values()));
            return PrepaymentRule.post(ledger, 1 + random.nextLong(Math.max(open / 3, 1)), mode, day);
        }
        if (choice < 84) {
            long owed = PayOffRule.quote(ledger, day).owed().total();
            return PayOffRule.post(ledger, Math.max(owed, 1) + random.nextInt(2), day);
        }
        if (choice < 97) {
            Posting waiver = waiver(day);
            return waiver == null ? ledger.post(1, day) : waiver;
        }
        return random.nextBoolean()
                ? PayOffRule.writeOff(ledger, day)
                : PayOffRule.refund(ledger, ledger.head().principalFen(), day);
    }

    private @Nullable Posting waiver(LocalDate day) {
        Integer no = random.nextBoolean()
                ? null
                : 1 + random.nextInt(ledger.installments().size());
        Component component = random.nextBoolean() ? null : any(random, List.of(Component.values()));
        WaiverRule rule = new WaiverRule(no, component);
        long open = rule.openFen(ledger, day);
        return open == 0 ? null : rule.post(ledger, 1 + random.nextLong(Math.min(open, open / 5 + 3)), day);
    }

    private @Nullable Posting reversal(LocalDate day) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() != EventKind.REVERSAL
                    && !reversed.contains(events.get(i).sequence())) {
                candidates.add(i);
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        int at = candidates.get(random.nextInt(candidates.size()));
        reversed.add(events.get(at).sequence());
        return ReversalRule.post(ledger, events.get(at), postings.get(at).suspenseFen(), day);
    }

    private static Ledger ledger(Random random) {
        long principal = 1
                + random.nextLong(
                        switch (random.nextInt(5)) {
                            case 0 -> 12;
                            case 1 -> 5_000;
                            case 2, 3 -> 20_000_000;
                            default -> 1_000_000_000_000L;
                        });
        PlanMethod method = any(random, List.of(PlanMethod.values()));
        DayCount dayCount = any(random, List.of(DayCount.values()));
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(3_600), 4);
        int installments = 1 + random.nextInt(5);
        PlanTerms issued = new PlanTerms(
                principal,
                rate,
                method,
                dayCount,
                TestLedgers.START,
                PlanTerms.monthlyDueDates(TestLedgers.START, installments),
                Rounding.HALF_UP,
                1,
                random.nextInt(4) == 0 ? random.nextInt(installments) : 0,
                random.nextInt(4) == 0);
        PenaltyTerms penalty = new PenaltyTerms(
                new BigDecimal("0.0005"),
                random.nextInt(4),
                Rounding.HALF_UP,
                any(random, List.of(PenaltyBasis.values())),
                random.nextInt(3) == 0 ? new BigDecimal("0.02") : null);
        LedgerTerms terms = new LedgerTerms(
                rate,
                method,
                dayCount,
                1,
                issued.interestOnlyInstallments(),
                issued.firstPeriodByDays(),
                any(random, List.of(WaterfallOrder.values())),
                random.nextInt(3) == 0 ? new BigDecimal("0.01") : BigDecimal.ZERO,
                0,
                CreditReturnMode.ON_SETTLEMENT);
        long fee = random.nextInt(3) == 0 ? random.nextInt(1_000) : 0;
        return new Ledger(
                LedgerHead.opened(
                        ORDER,
                        "B1",
                        principal,
                        TestLedgers.START,
                        penalty,
                        terms,
                        new LedgerHead.CurrentPlan(1, Replanner.installment(issued))),
                RepaymentPlanner.DEFAULT.plan(issued).stream()
                        .map(it -> LedgerInstallment.opened(
                                it.installmentNo(),
                                it.dueDate(),
                                new Amounts(it.principalFen(), it.interestFen(), 0, fee),
                                1,
                                penalty.basis()))
                        .toList());
    }

    /** The contributions of a composition, in stored order. */
    static long[] contributions(Composition composition) {
        return composition.seats().stream().mapToLong(Seat::contributionFen).toArray();
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
