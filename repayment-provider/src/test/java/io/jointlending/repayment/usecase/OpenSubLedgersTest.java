package io.jointlending.repayment.usecase;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.SubOrderShare;
import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.api.repayment.SubLedgerView;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.BookedLine;
import io.jointlending.repayment.memory.InMemoryRepayments;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.consume.NotYet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSubLedgersTest {
    private static final String ORDER = "2601150000000000010042";
    private static final long PRINCIPAL = 1_000_000;
    private static final SubOrdersCreated CREATED =
            RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 7000, 3000));

    private final InMemoryRepayments repayments = new InMemoryRepayments();
    private final RepaymentWorld world = repayments.world();

    @Test
    void sub_orders_before_the_ledger_come_again_later() {
        assertThatThrownBy(() -> world.funded(CREATED))
                .isInstanceOf(NotYet.class)
                .hasMessageContaining(ORDER);
        world.activated(TestLedgers.ledger(ORDER, PRINCIPAL, 12));
        world.funded(CREATED);
        assertThat(world.ledger(ORDER).subLedgers())
                .extracting(
                        SubLedgerView::subOrderNo,
                        SubLedgerView::institutionCode,
                        SubLedgerView::seat,
                        SubLedgerView::weight,
                        SubLedgerView::contributionFen,
                        SubLedgerView::status)
                .containsExactly(
                        tuple(ORDER + "-1", "BANK-1", 1, 7000L, 700_000L, "ACTIVE"),
                        tuple(ORDER + "-2", "BANK-2", 2, 3000L, 300_000L, "ACTIVE"));
        assertThat(repayments.keys()).isEmpty();
    }

    @Test
    void sub_orders_that_come_twice_change_nothing_the_second_time() {
        world.activated(TestLedgers.ledger(ORDER, PRINCIPAL, 12));
        world.repay(ORDER, 123_456);
        world.funded(CREATED);
        world.repay(ORDER, 200_000);
        List<Object> before = repayments.everything(ORDER);
        world.funded(CREATED);
        world.funded(RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 5, 5)));
        assertThat(repayments.everything(ORDER)).isEqualTo(before);
    }

    @Test
    void contributions_that_do_not_fund_the_order_are_refused() {
        world.activated(TestLedgers.ledger(ORDER, PRINCIPAL, 12));
        world.repay(ORDER, 123_456);
        List<Object> before = repayments.everything(ORDER);
        for (SubOrdersCreated wrong : List.of(
                shares(share(1, 7000, 700_000), share(2, 3000, 299_999)),
                shares(share(1, 7000, 700_001), share(2, 3000, 300_000)),
                shares(share(1, 7000, 1_000_000), share(2, 3000, 0)),
                shares(share(1, 7000, 700_000), share(1, 3000, 300_000)),
                shares(share(1, 7000, 700_000), share(2, 0, 300_000)),
                shares(share(1, 7000, Long.MAX_VALUE), share(2, 3000, 5)),
                shares())) {
            Refused.with(ErrorCodes.INVALID_REQUEST, "shares", () -> world.funded(wrong));
            assertThat(repayments.everything(ORDER)).as("%s", wrong).isEqualTo(before);
        }
    }

    @Test
    void contributions_that_left_the_scheme_are_the_weights() {
        world.activated(TestLedgers.ledger(ORDER, PRINCIPAL, 12));
        world.funded(shares(share(1, 5000, 500_000), share(3, 5000, 499_999), share(4, 2000, 1)));
        assertThat(world.ledger(ORDER).subLedgers())
                .extracting(SubLedgerView::weight)
                .containsExactly(500_000L, 499_999L, 1L);
        world.repay(ORDER, world.quote(ORDER).totalFen());
        assertThat(repayments.settled()).hasSize(1);
    }

    @Test
    void earlier_repayments_are_split_one_by_one_on_the_day_of_the_late_split() {
        InMemoryRepayments early = new InMemoryRepayments();
        for (InMemoryRepayments each : List.of(early, repayments)) {
            each.world().activated(TestLedgers.ledger(ORDER, PRINCIPAL, 12));
        }
        early.world().funded(CREATED);
        for (InMemoryRepayments each : List.of(early, repayments)) {
            each.world().repay(ORDER, 20_001);
            each.world().calendar().move(START.plusDays(45));
            each.world().repay(ORDER, 7);
        }
        world.calendar().move(START.plusDays(90));
        world.funded(CREATED);
        assertThat(repayments.ledgers().splitLines(ORDER))
                .isNotEmpty()
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bookingDate")
                .isEqualTo(early.ledgers().splitLines(ORDER));
        assertThat(repayments.ledgers().splitLines(ORDER))
                .extracting(BookedLine::bookingDate)
                .containsOnly(START.plusDays(90));
        assertThat(world.ledger(ORDER)).isEqualTo(early.world().ledger(ORDER));
    }

    @Test
    void more_repayments_than_one_read_takes_are_all_split() {
        world.activated(TestLedgers.ledger(ORDER, PRINCIPAL, 12));
        for (int i = 0; i < 450; i++) {
            world.repay(ORDER, 101);
        }
        world.funded(CREATED);
        assertThat(world.ledger(ORDER).subLedgers().stream()
                        .flatMap(sub -> sub.installments().stream())
                        .mapToLong(it -> it.settled().totalFen())
                        .sum())
                .isEqualTo(450 * 101);
    }

    @Test
    void an_order_that_is_repaid_before_its_sub_orders_is_told_as_settled_by_the_late_split() {
        world.activated(TestLedgers.ledger(ORDER, PRINCIPAL, 12));
        world.repay(ORDER, 500);
        world.calendar().move(START.plusDays(3));
        world.repay(ORDER, 2_000_000);
        assertThat(world.ledger(ORDER).status()).isEqualTo("SETTLED");
        world.repay(ORDER, 9);
        assertThat(repayments.settled()).isEmpty();

        world.calendar().move(START.plusDays(30));
        world.funded(CREATED);
        world.funded(CREATED);
        world.repay(ORDER, 9);
        assertThat(repayments.settled())
                .containsExactly(new MasterOrderSettled(ORDER, 2L, PRINCIPAL, START.plusDays(3), "SETTLED"));
        assertThat(world.ledger(ORDER).subLedgers())
                .hasSize(2)
                .allMatch(sub -> sub.status().equals("SETTLED"))
                .allMatch(sub ->
                        sub.installments().stream().allMatch(it -> it.due().equals(it.settled())));
    }

    private static SubOrdersCreated shares(SubOrderShare... shares) {
        return new SubOrdersCreated(ORDER, "JOINT-TEST", PRINCIPAL, List.of(shares));
    }

    private static SubOrderShare share(int seat, long weight, long contributionFen) {
        return new SubOrderShare(ORDER + "-" + seat, seat, "BANK-" + seat, seat == 2, weight, contributionFen, null);
    }
}
