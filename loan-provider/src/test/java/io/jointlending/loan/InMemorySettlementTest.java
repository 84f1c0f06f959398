package io.jointlending.loan;

class InMemorySettlementTest extends SettlementContract {
    private final InMemoryLoans setting = new InMemoryLoans();

    @Override
    LoanSetting setting() {
        return setting;
    }
}
