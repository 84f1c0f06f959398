package io.jointlending.loan;

class InMemoryLendingTest extends LendingContract {
    private final InMemoryLoans setting = new InMemoryLoans();

    @Override
    LoanSetting setting() {
        return setting;
    }
}
