package io.jointlending.loan;

import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class MySqlStoresIT extends StoresContract {
    private static final LoanDatabase DATABASE = new LoanDatabase();

    private final LoanWorld.Stores stores = MySqlLoans.world(DATABASE).stores();

    @Override
    LoanWorld.Stores stores() {
        return stores;
    }

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }
}
