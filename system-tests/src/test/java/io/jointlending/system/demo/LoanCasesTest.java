package io.jointlending.system.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Random loans are the same for the same seed, and stay inside what the products offer. */
final class LoanCasesTest {
    @Test
    void the_same_seed_makes_the_same_loans_and_another_seed_others() {
        List<LoanCase> loans = LoanCases.random(50, 7, Products.onSale());
        assertThat(LoanCases.random(50, 7, Products.onSale())).isEqualTo(loans);
        assertThat(LoanCases.random(50, 8, Products.onSale())).isNotEqualTo(loans);
    }

    @Test
    void a_loan_stays_inside_its_product_and_its_pieces_add_up() {
        for (LoanCase loan : LoanCases.random(2_000, 1, Products.onSale())) {
            assertThat(loan.amountFen()).as("%s", loan).isBetween(10_000L, 20_000_000L);
            assertThat(loan.installments()).as("%s", loan).isIn(3, 6, 12);
            assertThat(loan.pieces()).as("%s", loan).isBetween(5, 12);
            long total = loan.amountFen() + loan.index();
            assertThat(loan.cut(total))
                    .as("%s", loan)
                    .hasSize(loan.pieces())
                    .allMatch(piece -> piece > 0)
                    .satisfies(parts -> assertThat(
                                    parts.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(total));
        }
    }

    @Test
    void an_amount_smaller_than_the_number_of_pieces_is_cut_into_single_fen() {
        assertThat(Cuts.of(3, 12, 1)).containsExactly(1L, 1L, 1L);
        assertThat(Cuts.of(1, 5, 1)).containsExactly(1L);
    }
}
