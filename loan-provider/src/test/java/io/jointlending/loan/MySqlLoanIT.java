package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class MySqlLoanIT extends LoanContract {
    private static final LoanDatabase DATABASE = new LoanDatabase();

    private final LoanWorld world = MySqlLoans.world(DATABASE);

    @Override
    LoanWorld world() {
        return world;
    }

    @Override
    List<MasterOrderActivated> told(String orderNo) {
        return MySqlLoans.told(DATABASE, orderNo);
    }

    @Override
    List<String> discrepancies(String orderNo) {
        return DATABASE.jdbc()
                .queryForList(
                        "SELECT reason FROM payment_discrepancy WHERE order_no = ? ORDER BY id", String.class, orderNo);
    }

    @Override
    void dueNow() {
        DATABASE.jdbc().update("UPDATE loan_order SET next_query_at = NOW(3) WHERE status = 30");
    }

    @BeforeEach
    void empty() {
        DATABASE.empty();
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
