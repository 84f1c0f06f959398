package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.support.schema.VerifyReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The check script must see what it is there for: each rule is broken by hand once. */
class InvariantsIT {
    private static final LoanDatabase DATABASE = new LoanDatabase();
    private static final long AMOUNT = 100_000;

    private final LoanWorld world = new MySqlLoans(DATABASE).world();

    @BeforeEach
    void lend() {
        for (int person = 1; person <= 3; person++) {
            world.activate("B-" + person, LoanWorld.person(person));
        }
        String active = world.paidOut("B-1", AMOUNT);
        world.report(active, "P-1", "SUCCESS", AMOUNT);
        world.settled(active, 1, 40_000);
        world.paidOut("B-2", AMOUNT);
        world.report(world.paidOut("B-3", AMOUNT), "P-3", "FAILED", AMOUNT);
        world.submit("B-4", AMOUNT);
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
}
