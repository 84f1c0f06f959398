package io.jointlending.loan;

import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import org.junit.jupiter.api.AfterAll;

class MySqlStoresIT extends StoresContract {
    private static final LoanDatabase DATABASE = new LoanDatabase();

    private final LoanWorld.Stores stores = new MySqlLoans(DATABASE).world().stores();

    @Override
    LoanWorld.Stores stores() {
        return stores;
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }
}
