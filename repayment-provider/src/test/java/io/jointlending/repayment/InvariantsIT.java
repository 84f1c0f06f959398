package io.jointlending.repayment;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.schema.VerifyReport;
import io.jointlending.support.tx.DatabaseFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the database refuses, and what the check script must see: each rule is broken by hand once. */
class InvariantsIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final String SPLIT = "2601150000000000010042";
    private static final String UNSPLIT = "2601150000000000020042";
    private static final String SETTLED = "2601150000000000030042";
    private static final long PRINCIPAL = 1_000_000;

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);

    @BeforeEach
    void repay() {
        DATABASE.empty();
        for (String orderNo : new String[] {SPLIT, UNSPLIT, SETTLED}) {
            world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 3));
        }
        for (String orderNo : new String[] {SPLIT, SETTLED}) {
            world.funded(RepaymentWorld.created(orderNo, TestLedgers.composition(orderNo, PRINCIPAL, 7, 3)));
        }
        world.calendar().move(START.plusDays(60));
        world.repay(SPLIT, 123_457);
        world.repay(UNSPLIT, 123_457);
        world.repay(SETTLED, world.quote(SETTLED).totalFen() + 5);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void sound_data_break_no_rule() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/invariants/breaks.csv", delimiter = '|')
    void a_broken_rule_is_named(String corruption, String rule) {
        assertThat(DATABASE.jdbc().update(corruption)).as(corruption).isPositive();
        assertThat(DATABASE.brokenRules())
                .extracting(VerifyReport.BrokenRule::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/invariants/refused.csv", delimiter = '|')
    void the_database_refuses(String statement, DatabaseFailure failure) {
        Throwable thrown = catchThrowable(() -> DATABASE.jdbc().update(statement));
        assertThat(thrown).as(statement).isNotNull();
        assertThat(DatabaseFailure.of(thrown)).as(statement).isEqualTo(failure);
        assertThat(DATABASE.brokenRules()).isEmpty();
    }
}
