package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.loan.database.LoanDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class MySqlSettlementIT extends SettlementContract {
    private static final LoanDatabase DATABASE = new LoanDatabase();

    private final LoanSetting setting = new MySqlLoans(DATABASE);

    @Override
    LoanSetting setting() {
        return setting;
    }

    @AfterEach
    void every_invariant_of_the_schema_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }
}
