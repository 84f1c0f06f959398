package io.jointlending.loan.borrower.persistence;

/** A row of credit_line, in the order of the columns read. */
record CreditLineRow(String borrowerNo, long limitFen, long reservedFen, long usedFen) {}
