package io.jointlending.fund.flow.domain.template;

/** Personal data of borrowers. loan-provider answers it when a request is filled in; examples and dry runs use {@link MadeUpBorrower}. */
public interface BorrowerFacts {
    /** Name of a borrower. */
    String name(String borrowerNo);

    /** ID number of a borrower. */
    String idNumber(String borrowerNo);

    /** Mobile number of a borrower. */
    String mobile(String borrowerNo);

    /** Bank card of a borrower. */
    String card(String borrowerNo);
}
