package io.jointlending.repayment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.api.repayment.QuotedInstallmentView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.InMemoryRepayments;
import io.jointlending.repayment.memory.RepaymentWorld;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand yuan over twelve months at 18 %: 91,680 fen a month, 15,000 of them interest in the first. */
class QuoteTest {
    private static final String ORDER = "2601150000000000010042";
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 2, 15);

    private final InMemoryRepayments repayments = new InMemoryRepayments();
    private final RepaymentWorld world = repayments.world();

    @BeforeEach
    void activate() {
        world.activated(TestLedgers.ledger(ORDER, 1_000_000, 12));
    }

    @Test
    void a_quote_says_what_is_past_due_due_and_in_advance() {
        world.calendar().move(LocalDate.of(2026, 3, 15));
        world.repay(ORDER, 10);
        QuoteView quote = world.quote(ORDER);
        assertThat(quote.orderNo()).isEqualTo(ORDER);
        assertThat(quote.businessDate()).isEqualTo("2026-03-15");
        assertThat(quote.installments())
                .hasSize(12)
                .extracting(QuotedInstallmentView::installmentNo, QuotedInstallmentView::standing)
                .startsWith(tuple(1, "PAST_DUE"), tuple(2, "DUE"), tuple(3, "IN_ADVANCE"));
        long firstTwo = quote.installments().get(0).open().totalFen()
                + quote.installments().get(1).open().totalFen();
        assertThat(quote.dueFen()).isEqualTo(firstTwo);
        assertThat(quote.totalFen())
                .isEqualTo(quote.installments().stream()
                        .mapToLong(it -> it.open().totalFen())
                        .sum());
    }

    @Test
    void penalty_is_quoted_and_booked_from_the_due_date_once_the_grace_is_over() {
        world.calendar().move(FIRST_DUE.plusDays(3));
        assertThat(first().penaltyFen()).isZero();
        assertThat(world.quote(ORDER).dueFen()).isEqualTo(91_680);

        world.calendar().move(FIRST_DUE.plusDays(4));
        assertThat(first()).isEqualTo(new AmountsView(76_680L, 15_000L, 153L, 0L));
        RepaymentView booked = world.repay(ORDER, world.quote(ORDER).dueFen());
        assertThat(booked.lines().get(0).settled()).isEqualTo(new AmountsView(76_680L, 15_000L, 153L, 0L));
        assertThat(world.quote(ORDER).dueFen()).isZero();
    }

    @Test
    void what_is_paid_within_the_grace_costs_no_penalty_later() {
        world.calendar().move(FIRST_DUE.plusDays(3));
        world.repay(ORDER, 91_680);
        world.calendar().move(FIRST_DUE.plusDays(20));
        assertThat(world.quote(ORDER).dueFen()).isZero();
    }

    @Test
    void a_part_paid_within_the_grace_counts_to_its_day_only() {
        world.calendar().move(FIRST_DUE.plusDays(2));
        world.repay(ORDER, 15_000 + 46_680);
        world.calendar().move(FIRST_DUE.plusDays(10));
        // 0.0005 × (76,680 × 2 + 30,000 × 8)
        assertThat(first().penaltyFen()).isEqualTo(197);
    }

    @Test
    void a_quote_books_nothing() {
        world.calendar().move(FIRST_DUE.plusDays(10));
        List<Object> before = repayments.everything(ORDER);
        assertThat(world.quote(ORDER)).isEqualTo(world.quote(ORDER));
        assertThat(repayments.everything(ORDER)).isEqualTo(before);
    }

    @Test
    void what_is_quoted_settles_and_one_fen_less_does_not() {
        world.calendar().move(LocalDate.of(2026, 6, 1));
        long total = world.quote(ORDER).totalFen();
        assertThat(world.repay(ORDER, total - 1).settled()).isFalse();
        assertThat(world.quote(ORDER).totalFen()).isEqualTo(1);
        RepaymentView last = world.repay(ORDER, 1);
        assertThat(last.settled()).isTrue();
        assertThat(last.suspenseFen()).isZero();
    }

    private AmountsView first() {
        return world.quote(ORDER).installments().get(0).open();
    }
}
