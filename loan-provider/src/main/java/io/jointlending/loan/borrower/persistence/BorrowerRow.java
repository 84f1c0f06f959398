package io.jointlending.loan.borrower.persistence;

/** A row of borrower without the encrypted facts, in the order of the columns read. */
record BorrowerRow(
        String borrowerNo,
        String status,
        String maskedName,
        String maskedIdNumber,
        String maskedMobile,
        String maskedCardNumber) {}
