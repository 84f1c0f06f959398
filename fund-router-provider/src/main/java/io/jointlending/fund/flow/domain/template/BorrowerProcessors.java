package io.jointlending.fund.flow.domain.template;

/** Personal data, fetched when a request is filled in and stored nowhere; every one is masked in logs. */
public final class BorrowerProcessors {
    private final BorrowerFacts facts;

    /** Processors that ask here. */
    public BorrowerProcessors(BorrowerFacts facts) {
        this.facts = facts;
    }

    @Processor(value = "borrowerName", io = true, sensitive = true, doc = "name of a borrower by number")
    public String borrowerName(String borrowerNo) {
        return facts.name(borrowerNo);
    }

    @Processor(value = "borrowerIdNumber", io = true, sensitive = true, doc = "ID number of a borrower by number")
    public String borrowerIdNumber(String borrowerNo) {
        return facts.idNumber(borrowerNo);
    }

    @Processor(value = "borrowerMobile", io = true, sensitive = true, doc = "mobile number of a borrower by number")
    public String borrowerMobile(String borrowerNo) {
        return facts.mobile(borrowerNo);
    }

    @Processor(value = "borrowerCard", io = true, sensitive = true, doc = "bank card of a borrower by number")
    public String borrowerCard(String borrowerNo) {
        return facts.card(borrowerNo);
    }
}
