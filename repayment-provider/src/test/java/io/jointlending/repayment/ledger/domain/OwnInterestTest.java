package io.jointlending.repayment.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.money.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OwnInterestTest {
    private static final int ORDERS = 2_000;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** A monthly plan: the balance of an institution times its rate, over 12, rounded once. Written anew, without the rule. */
    @Test
    void an_institution_is_owed_its_rate_on_its_own_balance_and_the_lead_what_is_left() {
        int exact = 0;
        int capped = 0;
        for (int seed = 0; seed < ORDERS; seed++) {
            Random random = new Random(seed);
            Ledger ledger = TestLedgers.random(random);
            BigDecimal rate = ledger.head().terms().annualRate();
            Composition composition = TestLedgers.withRandomRates(
                    random, TestLedgers.randomComposition(random, ledger.head().principalFen()), rate);
            if (!composition.ownRates()) {
                continue;
            }
            SubLedgers subs = SubLedgers.open(composition, ledger, List.of());
            for (LedgerInstallment installment : ledger.installments()) {
                int no = installment.installmentNo();
                long[] dues = SharedInstallment.column(subs.installment(no).dues(), Component.INTEREST);
                String what = "seed " + seed + " installment " + installment + " of " + composition + ": " + subs;
                assertThat(LongStream.of(dues).min().orElse(0)).as(what).isNotNegative();
                assertThat(LongStream.of(dues).sum())
                        .as(what)
                        .isEqualTo(installment.due().interestFen());
                long wanted = 0;
                long lead = 0;
                boolean each = true;
                for (int i = 0; i < composition.size(); i++) {
                    Seat seat = composition.seats().get(i);
                    BigDecimal own = seat.ownAnnualRate();
                    long figure = own == null ? dues[i] : interest(subs, no, i, own);
                    lead += seat.lead() ? dues[i] : 0;
                    wanted += seat.lead() ? 0 : figure;
                    each &= dues[i] == figure;
                }
                if (each) {
                    exact++;
                } else {
                    assertThat(lead)
                            .as("only without anything for the lead; %s", what)
                            .isZero();
                    assertThat(wanted - installment.due().interestFen())
                            .as("what is cut is rounding; %s", what)
                            .isBetween(0L, (long) composition.size());
                    capped++;
                }
            }
        }
        assertThat(exact).isGreaterThan(ORDERS);
        assertThat(capped).as("cells in which rounding was cut").isPositive();
    }

    private static long interest(SubLedgers subs, int installmentNo, int place, BigDecimal rate) {
        long balance = subs.installments().tailMap(installmentNo).values().stream()
                .mapToLong(it -> it.dues().get(place).principalFen())
                .sum();
        return BigDecimal.valueOf(balance)
                .multiply(rate)
                .divide(MONTHS, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
