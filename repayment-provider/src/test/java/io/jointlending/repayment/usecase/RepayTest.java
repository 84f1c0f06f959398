package io.jointlending.repayment.usecase;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentLineView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.InMemoryRepayments;
import io.jointlending.repayment.memory.RepaymentWorld;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepayTest {
    private static final String ORDER = "2601150000000000010042";
    private static final String OTHER = "2601150000000000020042";
    private static final String UNKNOWN = "2601150000000000090042";
    private static final long PRINCIPAL = 1_000_000;

    private final InMemoryRepayments repayments = new InMemoryRepayments();
    private final RepaymentWorld world = repayments.world();
    private final Ledger ledger = TestLedgers.ledger(ORDER, PRINCIPAL, 12);

    @BeforeEach
    void activate() {
        world.activated(ledger);
        world.activated(TestLedgers.ledger(OTHER, PRINCIPAL, 12));
    }

    @Test
    void an_order_that_is_not_active_owes_nothing() {
        world.loans().refuse(OTHER.replace("2004", "3004"), ErrorCodes.ORDER_STATE);
        for (String orderNo : List.of(UNKNOWN, OTHER.replace("2004", "3004"))) {
            Refused.with(ErrorCodes.LEDGER_NOT_FOUND, "orderNo", () -> world.repay(orderNo, 1));
            Refused.with(ErrorCodes.LEDGER_NOT_FOUND, "orderNo", () -> world.quote(orderNo));
            Refused.with(ErrorCodes.LEDGER_NOT_FOUND, "orderNo", () -> world.ledger(orderNo));
            assertThat(repayments.ledgers().exists(orderNo)).isFalse();
        }
        assertThat(repayments.ledgers().repayments()).isEmpty();
        assertThat(repayments.keys()).isEmpty();
    }

    @Test
    void while_loan_provider_is_down_only_orders_with_a_ledger_are_repaid() {
        world.loans().stop();
        Refused.with(ErrorCodes.PROVIDER_UNAVAILABLE, null, () -> world.repay(UNKNOWN, 1));
        assertThat(world.repay(ORDER, 1).appliedFen()).isEqualTo(1);
    }

    @Test
    void money_may_come_before_the_message_of_the_activation() {
        Ledger early = TestLedgers.ledger(UNKNOWN, PRINCIPAL, 12);
        world.loans().activate(RepaymentWorld.activation(early));
        RepaymentView booked = world.repay(UNKNOWN, 500);
        world.activated(early);
        assertThat(booked.sequence()).isEqualTo(1);
        assertThat(world.ledger(UNKNOWN).ledgerVersion()).isEqualTo(2);
    }

    @Test
    void a_repayment_before_the_sub_orders_shows_the_lines_of_the_master_order() {
        RepaymentView booked = world.repay(ORDER, 100_000);
        assertThat(booked.orderNo()).isEqualTo(ORDER);
        assertThat(booked.amountFen()).isEqualTo(100_000);
        assertThat(booked.appliedFen()).isEqualTo(100_000);
        assertThat(booked.suspenseFen()).isZero();
        assertThat(booked.settled()).isFalse();
        assertThat(booked.splitPending()).isTrue();
        assertThat(booked.lines())
                .containsExactly(
                        new RepaymentLineView(1, null, new AmountsView(76_680L, 15_000L, 0L, 0L)),
                        new RepaymentLineView(2, null, new AmountsView(0L, 8_320L, 0L, 0L)));
    }

    @Test
    void a_repayment_with_sub_orders_shows_their_lines_by_seat() {
        world.funded(RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 7, 3)));
        RepaymentView booked = world.repay(ORDER, 20_001);
        assertThat(booked.splitPending()).isFalse();
        assertThat(booked.lines())
                .containsExactly(
                        new RepaymentLineView(1, null, new AmountsView(5_001L, 15_000L, 0L, 0L)),
                        new RepaymentLineView(1, "BANK-1", new AmountsView(3_501L, 10_500L, 0L, 0L)),
                        new RepaymentLineView(1, "BANK-2", new AmountsView(1_500L, 4_500L, 0L, 0L)));
    }

    @Test
    void one_receipt_is_booked_once() {
        RepayRequest first = world.request(ORDER, 500, null);
        world.repay(first);
        for (String orderNo : List.of(ORDER, OTHER)) {
            List<Object> before = repayments.everything(orderNo);
            RepayRequest again = new RepayRequest("R-again", orderNo, 500L, first.paymentReference(), null, null);
            Refused.with(ErrorCodes.PAYMENT_ALREADY_BOOKED, "paymentReference", () -> world.repay(again));
            assertThat(repayments.everything(orderNo)).isEqualTo(before);
        }
    }

    @Test
    void a_quote_holds_until_the_next_repayment() {
        String token = world.quote(ORDER).quoteToken();
        world.repay(world.request(ORDER, 500, token));
        List<Object> before = repayments.everything(ORDER);
        RepayRequest stale = world.request(ORDER, 700, token);
        Refused.with(ErrorCodes.RETRIAL, "quoteToken", () -> world.repay(stale));
        assertThat(repayments.everything(ORDER)).isEqualTo(before);
        Refused.with(ErrorCodes.REQUEST_NOT_FOUND, "requestNo", () -> world.stored(stale.requestNo()));

        // The refusal is not stored: the same number may come again with the quote of now.
        RepayRequest fresh = new RepayRequest(
                stale.requestNo(),
                ORDER,
                700L,
                stale.paymentReference(),
                world.quote(ORDER).quoteToken(),
                null);
        assertThat(world.repay(fresh).sequence()).isEqualTo(2);
    }

    @Test
    void a_quote_holds_until_midnight_and_through_the_late_split() {
        String token = world.quote(ORDER).quoteToken();
        world.funded(RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 7, 3)));
        assertThat(world.quote(ORDER).quoteToken()).isEqualTo(token);
        world.calendar().move(START.plusDays(1));
        Refused.with(ErrorCodes.RETRIAL, "quoteToken", () -> world.repay(world.request(ORDER, 500, token)));
        assertThat(repayments.ledgers().repayments()).isEmpty();
    }

    @Test
    void the_same_request_is_answered_the_same_and_booked_once() {
        RepayRequest request = world.request(ORDER, 500, null);
        RepaymentView booked = world.repay(request);
        world.repay(ORDER, 800);
        world.calendar().move(START.plusDays(50));
        List<Object> before = repayments.everything(ORDER);
        assertThat(world.repay(request)).isEqualTo(booked);
        assertThat(world.stored(request.requestNo())).isEqualTo(booked);
        assertThat(repayments.everything(ORDER)).isEqualTo(before);
    }

    @Test
    void a_request_number_with_another_body_is_refused() {
        RepayRequest request = world.request(ORDER, 500, null);
        world.repay(request);
        List<Object> before = repayments.everything(ORDER);
        RepayRequest other = new RepayRequest(request.requestNo(), ORDER, 501L, "P-other", null, null);
        Refused.with(ErrorCodes.REQUEST_BODY_CHANGED, "requestNo", () -> world.repay(other));
        assertThat(repayments.everything(ORDER)).isEqualTo(before);
    }

    @Test
    void what_nobody_asked_for_has_no_answer() {
        Refused.with(ErrorCodes.REQUEST_NOT_FOUND, "requestNo", () -> world.stored("R-none"));
        assertThat(world.suspense("B-none")).isZero();
    }

    @Test
    void money_beyond_everything_owed_is_kept_for_the_customer() {
        long owed = world.quote(ORDER).totalFen();
        RepaymentView booked = world.repay(ORDER, owed + 77);
        assertThat(booked.appliedFen()).isEqualTo(owed);
        assertThat(booked.suspenseFen()).isEqualTo(77);
        assertThat(booked.settled()).isTrue();
        assertThat(world.suspense("B1")).isEqualTo(77);

        RepaymentView more = world.repay(ORDER, 5);
        assertThat(more.appliedFen()).isZero();
        assertThat(more.suspenseFen()).isEqualTo(5);
        assertThat(more.settled()).isTrue();
        assertThat(more.lines()).isEmpty();
        assertThat(world.suspense("B1")).isEqualTo(82);
        assertThat(world.quote(ORDER).totalFen()).isZero();
        assertThat(world.quote(ORDER).installments()).isEmpty();
    }

    @Test
    void every_repayment_is_told_with_its_sequence() {
        world.repay(ORDER, 500);
        world.repay(OTHER, 600);
        world.funded(RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 7, 3)));
        world.calendar().move(START.plusDays(2));
        world.repay(ORDER, 2_000_000);
        assertThat(repayments.posted())
                .extracting(RepaymentPosted::orderNo, RepaymentPosted::sequence, RepaymentPosted::splitPending)
                .containsExactly(tuple(ORDER, 1L, true), tuple(OTHER, 1L, true), tuple(ORDER, 2L, false));
        RepaymentPosted last = repayments.posted().get(2);
        assertThat(last.appliedFen() + last.suspenseFen()).isEqualTo(2_000_000);
        assertThat(last.valueDate()).isEqualTo(START.plusDays(2));
        assertThat(repayments.keys())
                .containsExactly(
                        "posted-" + ORDER + "-1",
                        "posted-" + OTHER + "-1",
                        "posted-" + ORDER + "-2",
                        "settled-" + ORDER + "-2");
    }

    @Test
    void a_settled_order_is_told_once() {
        world.funded(RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 7, 3)));
        world.repay(ORDER, 500);
        assertThat(repayments.settled()).isEmpty();
        world.calendar().move(START.plusDays(40));
        world.repay(ORDER, 2_000_000);
        world.repay(ORDER, 5);
        world.funded(RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 7, 3)));
        assertThat(repayments.settled())
                .containsExactly(new MasterOrderSettled(ORDER, 2L, PRINCIPAL, START.plusDays(40), "SETTLED"));
        assertThat(world.ledger(ORDER).status()).isEqualTo("SETTLED");
        assertThat(world.ledger(ORDER).subLedgers())
                .allMatch(sub -> sub.status().equals("SETTLED"));
    }

    @Test
    void a_repayment_never_counts_for_a_day_before_an_earlier_one() {
        world.calendar().move(START.plusDays(40));
        world.repay(ORDER, 500);
        world.calendar().move(START.plusDays(39));
        RepaymentView booked = world.repay(ORDER, 500);
        assertThat(booked.businessDate()).isEqualTo(START.plusDays(40));
        assertThat(repayments.posted().get(1).valueDate()).isEqualTo(START.plusDays(40));
        assertThat(repayments.ledgers().repayments().get(1).bookingDate()).isEqualTo(START.plusDays(39));
    }
}
