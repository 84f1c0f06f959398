package io.jointlending.repayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.database.StatementCounter;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The number of statements of a use case does not grow with the order. */
class StatementsIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final StatementCounter STATEMENTS = new StatementCounter();
    private static final String SMALL = "2601150000000000010042";
    private static final String LARGE = "2601150000000000020042";
    private static final long PRINCIPAL = 12_000_000;
    private static final int MOST_INSTALLMENTS = 120;
    private static final long[] FIVE = {4000, 2500, 1500, 1000, 1000};

    static {
        DATABASE.session().getConfiguration().addInterceptor(STATEMENTS);
    }

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void one_installment_or_all_but_one_of_the_longest_order_are_as_many_statements() {
        world.activated(TestLedgers.ledger(SMALL, PRINCIPAL, 2));
        world.activated(TestLedgers.ledger(LARGE, PRINCIPAL, MOST_INSTALLMENTS));
        world.repay(LARGE, 1); // takes the segment of numbers
        List<String> unsplitOne = repay(LARGE, 1, 1);
        assertThat(repay(LARGE, PRINCIPAL / 2, 20)).isEqualTo(unsplitOne);

        List<String> fundedSmall = STATEMENTS.of(() -> fund(SMALL, 7, 3));
        List<String> fundedLarge = STATEMENTS.of(() -> fund(LARGE, FIVE));
        // three events came before: each is stored with its lines
        assertThat(fundedLarge).hasSize(fundedSmall.size() + 3 + 1);

        List<String> splitOne = repay(LARGE, 1, 1);
        List<String> splitMany = repay(LARGE, world.quote(LARGE).totalFen() - 1, 20);
        assertThat(splitMany).isEqualTo(splitOne);
        assertThat(splitOne).hasSizeLessThan(20);
        assertThat(world.repay(LARGE, 1).settled()).isTrue();
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    private List<String> repay(String orderNo, long fen, int leastTouched) {
        return STATEMENTS.of(
                () -> assertThat(world.repay(orderNo, fen).lines()).hasSizeGreaterThanOrEqualTo(leastTouched));
    }

    private void fund(String orderNo, long... weights) {
        world.funded(RepaymentWorld.created(orderNo, TestLedgers.composition(orderNo, PRINCIPAL, weights)));
    }
}
