package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.RepaymentPlanner;
import io.jointlending.support.money.Replanner;
import io.jointlending.support.money.Rounding;
import io.jointlending.support.money.WaterfallOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Ledgers and compositions for tests. */
public final class TestLedgers {
    /** Start of every ledger made here. */
    public static final LocalDate START = LocalDate.of(2026, 1, 15);

    private TestLedgers() {}

    /** A ledger of a monthly plan of equal installments, 18 % a year, penalty 0.05 % a day, three days of grace. */
    public static Ledger ledger(String orderNo, long principalFen, int installments) {
        return ledger(orderNo, principalFen, installments, "0.18", 0, 3);
    }

    /** A ledger of a monthly plan of equal installments, penalty 0.05 % a day. */
    public static Ledger ledger(
            String orderNo, long principalFen, int installments, String annualRate, long feeFen, int graceDays) {
        List<LedgerInstallment> opened = RepaymentPlanner.DEFAULT
                .plan(PlanTerms.monthly(
                        principalFen,
                        new BigDecimal(annualRate),
                        PlanMethod.EQUAL_INSTALLMENT,
                        installments,
                        START,
                        Rounding.HALF_UP))
                .stream()
                .map(it -> LedgerInstallment.opened(
                        it.installmentNo(),
                        it.dueDate(),
                        new Amounts(it.principalFen(), it.interestFen(), 0, feeFen),
                        1,
                        PenaltyBasis.PRINCIPAL))
                .toList();
        return new Ledger(
                LedgerHead.opened(
                        orderNo,
                        "B1",
                        principalFen,
                        START,
                        new PenaltyTerms(new BigDecimal("0.0005"), graceDays, Rounding.HALF_UP),
                        LedgerTerms.of(new BigDecimal(annualRate), PlanMethod.EQUAL_INSTALLMENT),
                        new LedgerHead.CurrentPlan(
                                1,
                                Replanner.installment(PlanTerms.monthly(
                                        principalFen,
                                        new BigDecimal(annualRate),
                                        PlanMethod.EQUAL_INSTALLMENT,
                                        installments,
                                        START,
                                        Rounding.HALF_UP)))),
                opened);
    }

    /**
     * A ledger with terms by name: method, daycount, basis, cap, grace, waterfall, payofffee, backdating, credit, fee.
     */
    public static Ledger ledger(
            String orderNo,
            long principalFen,
            LocalDate start,
            int installments,
            String annualRate,
            Map<String, String> options) {
        PlanMethod method = PlanMethod.valueOf(options.getOrDefault("method", "EQUAL_INSTALLMENT"));
        DayCount dayCount = DayCount.valueOf(options.getOrDefault("daycount", "MONTHLY"));
        PlanTerms issued = new PlanTerms(
                principalFen,
                new BigDecimal(annualRate),
                method,
                dayCount,
                start,
                PlanTerms.monthlyDueDates(start, installments),
                Rounding.HALF_UP,
                1,
                0,
                false);
        String cap = options.get("cap");
        PenaltyTerms penalty = new PenaltyTerms(
                new BigDecimal("0.0005"),
                Integer.parseInt(options.getOrDefault("grace", "0")),
                Rounding.HALF_UP,
                PenaltyBasis.valueOf(options.getOrDefault("basis", "PRINCIPAL")),
                cap == null ? null : new BigDecimal(cap));
        LedgerTerms terms = new LedgerTerms(
                issued.annualRate(),
                method,
                dayCount,
                1,
                0,
                false,
                WaterfallOrder.valueOf(options.getOrDefault("waterfall", "INSTALLMENT_FIRST")),
                new BigDecimal(options.getOrDefault("payofffee", "0")),
                Integer.parseInt(options.getOrDefault("backdating", "0")),
                CreditReturnMode.valueOf(options.getOrDefault("credit", "ON_SETTLEMENT")));
        long fee = Long.parseLong(options.getOrDefault("fee", "0"));
        return new Ledger(
                LedgerHead.opened(
                        orderNo,
                        "B1",
                        principalFen,
                        start,
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

    /** The event that a posting makes, without the facts of its booking. */
    public static LedgerEvent event(Posting posting) {
        LedgerHead head = posting.after().head();
        return new LedgerEvent(
                head.lastSequence(),
                "N" + head.lastSequence(),
                posting.kind(),
                head.valueDate(),
                head.plan().version(),
                posting.mode(),
                posting.reversed(),
                posting.lines());
    }

    /** A composition by weights, whose contributions are the split of the amount; seats of nothing are dropped. */
    public static Composition composition(String orderNo, long principalFen, long... weights) {
        long[] contributions = CumulativeSplit.split(principalFen, weights);
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (contributions[i] > 0) {
                seats.add(new Seat(
                        orderNo + "-" + (i + 1),
                        i + 1,
                        "BANK-" + (i + 1),
                        i == weights.length - 1,
                        weights[i],
                        contributions[i]));
            }
        }
        return Composition.of(seats, principalFen);
    }

    /** The composition with rates of their own for its seats in order; null or missing for none. */
    public static Composition withRates(Composition composition, List<@Nullable BigDecimal> rates) {
        List<Seat> seats = new ArrayList<>();
        for (Seat seat : composition.seats()) {
            seats.add(new Seat(
                    seat.subOrderNo(),
                    seat.seat(),
                    seat.institutionCode(),
                    seat.lead(),
                    seat.weight(),
                    seat.contributionFen(),
                    seat.seat() <= rates.size() ? rates.get(seat.seat() - 1) : null));
        }
        return new Composition(seats);
    }

    /** The composition with random rates of their own for some of its seats, as far as they leave the lead something. */
    public static Composition withRandomRates(Random random, Composition composition, BigDecimal borrowerRate) {
        List<@Nullable BigDecimal> rates = new ArrayList<>();
        for (int seat = 1;
                seat <= composition.seats().get(composition.size() - 1).seat();
                seat++) {
            int no = seat;
            boolean lead = composition.seats().stream().anyMatch(it -> it.seat() == no && it.lead());
            BigDecimal own = borrowerRate
                    .multiply(BigDecimal.valueOf(random.nextInt(130), 2))
                    .setScale(6, RoundingMode.DOWN);
            rates.add(lead || random.nextInt(3) == 0 ? null : own);
        }
        Composition rated = withRates(composition, rates);
        return rated.leadLoses(borrowerRate) ? composition : rated;
    }

    /** A ledger of any size, from one fen. */
    public static Ledger random(Random random) {
        long principal = 1
                + random.nextLong(
                        switch (random.nextInt(3)) {
                            case 0 -> 3;
                            case 1 -> 5_000;
                            default -> 20_000_000;
                        });
        return ledger(
                "2601150000000000010042",
                principal,
                1 + random.nextInt(12),
                BigDecimal.valueOf(random.nextInt(3_600), 4).toPlainString(),
                random.nextInt(3) == 0 ? random.nextInt(1_000) : 0,
                random.nextInt(4));
    }

    /** One to five institutions of any weights. */
    public static Composition randomComposition(Random random, long principalFen) {
        long[] weights = new long[1 + random.nextInt(5)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + random.nextLong(random.nextBoolean() ? 10 : 10_000);
        }
        return composition("2601150000000000010042", principalFen, weights);
    }
}
