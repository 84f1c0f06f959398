package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Waterfall.Open FIRST =
            new Waterfall.Open(1, TODAY.minusMonths(2), new Amounts(1000, 100, 50, 0));
    private static final Waterfall.Open SECOND =
            new Waterfall.Open(2, TODAY.minusMonths(1), new Amounts(1000, 90, 20, 7));

    @Test
    void money_clears_the_oldest_installment_before_the_next() {
        assertThat(Waterfall.apply(List.of(SECOND, FIRST), 160))
                .isEqualTo(
                        new Waterfall.Application(List.of(new Waterfall.Settled(1, new Amounts(10, 100, 50, 0))), 0));
    }

    @Test
    void inside_an_installment_it_clears_penalty_fee_interest_principal() {
        assertThat(Waterfall.apply(List.of(SECOND), 20 + 7 + 5).settled())
                .containsExactly(new Waterfall.Settled(2, new Amounts(0, 5, 20, 7)));
    }

    @Test
    void money_beyond_everything_open_is_left_over() {
        Waterfall.Application application = Waterfall.apply(List.of(FIRST, SECOND), 3000);
        assertThat(application.settled())
                .containsExactly(new Waterfall.Settled(1, FIRST.open()), new Waterfall.Settled(2, SECOND.open()));
        assertThat(application.excessFen()).isEqualTo(3000 - 1150 - 1117);
    }

    @Test
    void installments_due_on_one_day_go_by_number() {
        Waterfall.Open late = new Waterfall.Open(9, FIRST.dueDate(), new Amounts(5, 0, 0, 0));
        assertThat(Waterfall.apply(List.of(late, FIRST), 1151).settled())
                .extracting(Waterfall.Settled::installmentNo)
                .containsExactly(1, 9);
    }

    @Test
    void nothing_open_leaves_everything_over() {
        Waterfall.Open cleared = new Waterfall.Open(1, TODAY, Amounts.ZERO);
        assertThat(Waterfall.apply(List.of(cleared), 7)).isEqualTo(new Waterfall.Application(List.of(), 7));
    }

    @Test
    void an_installment_is_past_due_only_when_its_day_is_over() {
        assertThat(Standing.of(TODAY.minusDays(1), TODAY)).isEqualTo(Standing.PAST_DUE);
        assertThat(Standing.of(TODAY, TODAY)).isEqualTo(Standing.DUE);
        assertThat(Standing.of(TODAY.plusDays(1), TODAY)).isEqualTo(Standing.IN_ADVANCE);
    }

    @Test
    void amounts_add_up_by_component() {
        Amounts amounts = new Amounts(1, 2, 3, 4);
        assertThat(amounts.total()).isEqualTo(10);
        assertThat(amounts.plus(amounts).minus(amounts)).isEqualTo(amounts);
        for (Component component : Component.values()) {
            assertThat(amounts.with(component, 9).of(component)).isEqualTo(9);
            assertThat(amounts.covers(amounts.with(component, 9))).isFalse();
        }
        assertThat(amounts.covers(amounts)).isTrue();
    }

    /** Two overdue installments (penalty, interest, principal) 50/100/1000 and 20/90/1000; 160 are paid. */
    @Test
    void a_product_may_settle_component_by_component() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        List<Waterfall.Open> overdue = List.of(
                new Waterfall.Open(1, LocalDate.of(2026, 2, 15), new Amounts(1_000, 100, 50, 0)),
                new Waterfall.Open(2, LocalDate.of(2026, 3, 15), new Amounts(1_000, 90, 20, 0)));
        assertThat(Waterfall.apply(overdue, 160, WaterfallOrder.INSTALLMENT_FIRST, day)
                        .settled())
                .containsExactly(new Waterfall.Settled(1, new Amounts(10, 100, 50, 0)));
        assertThat(Waterfall.apply(overdue, 160, WaterfallOrder.COMPONENT_FIRST, day)
                        .settled())
                .containsExactly(
                        new Waterfall.Settled(1, new Amounts(0, 90, 50, 0)),
                        new Waterfall.Settled(2, new Amounts(0, 0, 20, 0)));
    }

    @Test
    void component_first_leaves_what_is_in_advance_for_last() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        List<Waterfall.Open> open = List.of(
                new Waterfall.Open(1, LocalDate.of(2026, 2, 15), new Amounts(1_000, 100, 50, 0)),
                new Waterfall.Open(2, LocalDate.of(2026, 3, 15), new Amounts(1_000, 90, 0, 7)));
        assertThat(Waterfall.apply(open, 1_160, WaterfallOrder.COMPONENT_FIRST, day))
                .isEqualTo(new Waterfall.Application(
                        List.of(
                                new Waterfall.Settled(1, new Amounts(1_000, 100, 50, 0)),
                                new Waterfall.Settled(2, new Amounts(0, 3, 0, 7))),
                        0));
    }
}
