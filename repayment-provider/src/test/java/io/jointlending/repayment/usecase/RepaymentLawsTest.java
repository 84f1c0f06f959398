package io.jointlending.repayment.usecase;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.InMemoryRepayments;
import io.jointlending.repayment.memory.RepaymentWorld;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds in every life of an order, over random lives. The seed stands in every failure. */
class RepaymentLawsTest {
    private static final int LIVES = 200;

    /** Repays until nothing is owed, and once more; the sub-orders come after so many repayments. */
    private static InMemoryRepayments live(int seed, int subOrdersAfter) {
        Random random = new Random(seed);
        Ledger ledger = TestLedgers.random(random);
        String orderNo = ledger.head().orderNo();
        SubOrdersCreated created = RepaymentWorld.created(
                orderNo, TestLedgers.randomComposition(random, ledger.head().principalFen()));
        InMemoryRepayments repayments = new InMemoryRepayments();
        RepaymentWorld world = repayments.world();
        world.activated(ledger);
        boolean settled = false;
        for (int booked = 0; !settled; booked++) {
            if (booked == subOrdersAfter) {
                world.funded(created);
            }
            world.calendar().move(world.calendar().today().plusDays(random.nextInt(25)));
            QuoteView quote = world.quote(orderNo);
            boolean all = booked == 20 || random.nextInt(8) == 0;
            long fen = all ? quote.totalFen() + random.nextInt(3) : 1 + random.nextLong(quote.totalFen() / 3 + 2);
            RepaymentView answer = world.repay(world.request(orderNo, fen, quote.quoteToken()));
            settled = answer.settled();
            assertThat(answer.appliedFen()).as("seed %s", seed).isEqualTo(Math.min(fen, quote.totalFen()));
            assertThat(settled).as("seed %s", seed).isEqualTo(fen >= quote.totalFen());
        }
        world.repay(orderNo, 1);
        world.funded(created);
        return repayments;
    }

    @Test
    void sub_orders_that_come_late_end_as_those_that_were_there_from_the_start() {
        for (int seed = 0; seed < LIVES; seed++) {
            InMemoryRepayments early = live(seed, 0);
            String orderNo = early.ledgers().repayments().get(0).orderNo();
            int events = early.ledgers().repayments().size();
            InMemoryRepayments late = live(seed, 1 + new Random(seed).nextInt(events + 1));
            assertThat(late.world().ledger(orderNo))
                    .as("seed %s", seed)
                    .isEqualTo(early.world().ledger(orderNo));
            assertThat(late.ledgers().splitLines(orderNo))
                    .as("seed %s", seed)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bookingDate")
                    .isEqualTo(early.ledgers().splitLines(orderNo));
            assertThat(late.settled()).as("seed %s", seed).hasSize(1).isEqualTo(early.settled());
        }
    }

    @Test
    void no_fen_is_lost_between_the_payer_the_institutions_and_suspense() {
        for (int seed = 0; seed < LIVES; seed++) {
            InMemoryRepayments life = live(seed, seed % 7);
            String orderNo = life.ledgers().repayments().get(0).orderNo();
            long received = life.ledgers().repayments().stream()
                    .mapToLong(it -> it.amountFen())
                    .sum();
            long shared = life.world().ledger(orderNo).subLedgers().stream()
                    .flatMap(sub -> sub.installments().stream())
                    .mapToLong(it -> it.settled().totalFen())
                    .sum();
            assertThat(shared + life.world().suspense("B1")).as("seed %s", seed).isEqualTo(received);
            assertThat(life.posted())
                    .as("seed %s", seed)
                    .hasSameSizeAs(life.ledgers().repayments());
            assertThat(life.world().calendar().today()).as("seed %s", seed).isAfterOrEqualTo(START);
        }
    }
}
