package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.RepaymentPlanner;
import io.jointlending.support.money.Replanner;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

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

    /** The dues of a ledger on which nothing happened yet. */
    public static SortedMap<Integer, Amounts> issued(Ledger ledger) {
        return SubLedgers.issued(ledger, List.of());
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
