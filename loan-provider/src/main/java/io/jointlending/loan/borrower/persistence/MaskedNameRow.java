package io.jointlending.loan.borrower.persistence;

/** What is shown of a borrower in a list, in the order of the columns read. */
record MaskedNameRow(String borrowerNo, String maskedName) {}
