package io.jointlending.repayment.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.money.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds in every life of a loan, over random lives. The seed stands in every failure. */
class LedgerLawsTest {
    private static final int LIVES = 1_500;

    /** One random life: postings in time order, until nothing is open. */
    private record Life(Ledger opened, Composition composition, List<Posting> postings) {
        static Life of(int seed) {
            Random random = new Random(seed);
            Ledger opened = TestLedgers.random(random);
            Composition composition =
                    TestLedgers.randomComposition(random, opened.head().principalFen());
            List<Posting> postings = new ArrayList<>();
            Ledger ledger = opened;
            LocalDate day = TestLedgers.START;
            while (ledger.head().status() == LedgerStatus.ACTIVE) {
                day = day.plusDays(random.nextInt(25));
                long open = open(ledger.accruedTo(day));
                boolean all = postings.size() == 30 || random.nextInt(8) == 0;
                Posting posting = ledger.post(all ? open + random.nextInt(3) : 1 + random.nextLong(open / 3 + 2), day);
                postings.add(posting);
                ledger = posting.after();
            }
            return new Life(opened, composition, postings);
        }
    }

    private static long open(Ledger ledger) {
        return ledger.installments().stream()
                .mapToLong(installment -> installment.open().total())
                .sum();
    }

    @Test
    void every_event_is_split_exactly_and_all_clear_together() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = Life.of(seed);
            SubLedgers subs = SubLedgers.open(life.composition(), life.opened(), List.of());
            subs.requireWhole(life.opened());
            for (Posting posting : life.postings()) {
                Split split = subs.split(TestLedgers.event(posting), posting.after(), List.of());
                split.after().requireWhole(posting.after());
                for (MasterLine line : posting.lines()) {
                    assertThat(together(split, line.installmentNo()))
                            .as("seed %s %s", seed, line)
                            .isEqualTo(line.settled());
                }
                subs = split.after();
            }
            for (SharedInstallment installment : subs.installments().values()) {
                assertThat(installment.settled()).as("seed %s", seed).isEqualTo(installment.dues());
            }
            for (int i = 0; i < life.composition().size(); i++) {
                int seat = i;
                assertThat(subs.installments().values().stream()
                                .mapToLong(it -> it.settled().get(seat).principalFen())
                                .sum())
                        .as("seed %s", seed)
                        .isEqualTo(life.composition().seats().get(i).contributionFen());
            }
        }
    }

    @Test
    void a_late_split_replays_to_the_same_place_as_an_early_one() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = Life.of(seed);
            SubLedgers early = SubLedgers.open(life.composition(), life.opened(), List.of());
            List<SplitLine> earlyLines = new ArrayList<>();
            for (Posting posting : life.postings()) {
                Split split = early.split(TestLedgers.event(posting), posting.after(), List.of());
                earlyLines.addAll(split.lines());
                early = split.after();
            }

            // The sub-orders come after some of the events: what was issued is found from the ledger as it is then.
            int before = new Random(seed).nextInt(life.postings().size() + 1);
            Ledger then = before == 0
                    ? life.opened()
                    : life.postings().get(before - 1).after();
            SubLedgers late = SubLedgers.open(
                    life.composition(),
                    then,
                    life.postings().subList(0, before).stream()
                            .map(TestLedgers::event)
                            .toList());
            List<SplitLine> lateLines = new ArrayList<>();
            for (Posting posting : life.postings()) {
                Split split = late.split(TestLedgers.event(posting), posting.after(), List.of());
                lateLines.addAll(split.lines());
                late = split.after();
            }
            assertThat(late).as("seed %s", seed).isEqualTo(early);
            assertThat(lateLines).as("seed %s", seed).isEqualTo(earlyLines);
        }
    }

    @Test
    void no_fen_is_lost_between_received_applied_and_suspense() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = Life.of(seed);
            Ledger before = life.opened();
            for (Posting posting : life.postings()) {
                long growth = posting.lines().stream()
                        .mapToLong(line -> line.due().penaltyFen())
                        .sum();
                assertThat(open(posting.after()))
                        .as("seed %s", seed)
                        .isEqualTo(open(before) + growth - posting.appliedFen());
                assertThat(posting.suspenseFen() == 0 || open(posting.after()) == 0)
                        .as("seed %s", seed)
                        .isTrue();
                before = posting.after();
            }
            assertThat(before.returnablePrincipalFen())
                    .as("seed %s", seed)
                    .isEqualTo(before.head().principalFen());
        }
    }

    @Test
    void what_is_quoted_settles_and_one_fen_less_does_not() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = Life.of(seed);
            Random random = new Random(seed);
            int at = random.nextInt(life.postings().size());
            Ledger ledger =
                    at == 0 ? life.opened() : life.postings().get(at - 1).after();
            LocalDate day = ledger.head().valueDateOn(TestLedgers.START.plusDays(random.nextInt(400)));
            long quoted = open(ledger.accruedTo(day));
            Posting exact = ledger.post(quoted, day);
            assertThat(exact.after().head().status()).as("seed %s", seed).isEqualTo(LedgerStatus.SETTLED);
            assertThat(exact.suspenseFen()).as("seed %s", seed).isZero();
            if (quoted > 1) {
                assertThat(ledger.post(quoted - 1, day).after().head().status())
                        .as("seed %s", seed)
                        .isEqualTo(LedgerStatus.ACTIVE);
            }
        }
    }

    @Test
    void any_cutting_of_the_money_of_one_day_ends_in_the_same_place() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Ledger ledger = TestLedgers.random(random);
            Composition composition =
                    TestLedgers.randomComposition(random, ledger.head().principalFen());
            LocalDate day = TestLedgers.START.plusDays(random.nextInt(400));
            long amount = 1 + random.nextLong(open(ledger.accruedTo(day)));
            Posting whole = ledger.post(amount, day);
            SubLedgers atOnce = SubLedgers.open(composition, ledger, List.of())
                    .split(TestLedgers.event(whole), whole.after(), List.of())
                    .after();

            SubLedgers inPieces = SubLedgers.open(composition, ledger, List.of());
            Ledger cut = ledger;
            long left = amount;
            while (left > 0) {
                long piece = 1 + random.nextLong(Math.max(left / 2, 1));
                left -= piece;
                Posting posting = cut.post(piece, day);
                inPieces = inPieces.split(TestLedgers.event(posting), posting.after(), List.of())
                        .after();
                cut = posting.after();
            }
            assertThat(cut.installments())
                    .as("seed %s", seed)
                    .isEqualTo(whole.after().installments());
            assertThat(inPieces).as("seed %s", seed).isEqualTo(atOnce);
        }
    }

    private static Amounts together(Split split, int installmentNo) {
        return split.lines().stream()
                .filter(line -> line.installmentNo() == installmentNo)
                .map(SplitLine::settled)
                .reduce(Amounts.ZERO, Amounts::plus);
    }
}
