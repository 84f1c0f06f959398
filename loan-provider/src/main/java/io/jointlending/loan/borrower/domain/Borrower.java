package io.jointlending.loan.borrower.domain;

/**
 * Somebody who may borrow.
 *
 * @param borrowerNo stable number of the customer, given by the caller
 * @param status {@link #ACTIVE}, the only one so far
 * @param identity the person, masked
 */
public record Borrower(String borrowerNo, String status, MaskedIdentity identity) {
    /** May borrow as far as the credit line goes. */
    public static final String ACTIVE = "ACTIVE";
}
