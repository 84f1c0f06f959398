package io.jointlending.fund.flow.domain.template;

/** A borrower who does not exist, for examples and dry runs; the name holds signs that would break a careless message. */
public final class MadeUpBorrower implements BorrowerFacts {
    @Override
    public String name(String borrowerNo) {
        return "Example \"Li\" <& ${x}>";
    }

    @Override
    public String idNumber(String borrowerNo) {
        return "000000190001010000";
    }

    @Override
    public String mobile(String borrowerNo) {
        return "10000000000";
    }

    @Override
    public String card(String borrowerNo) {
        return "6200000000000000";
    }
}
