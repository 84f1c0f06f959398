package io.jointlending.loan.borrower.domain;

/**
 * An {@link Identity} as people may see it.
 *
 * @param name first character and asterisks
 * @param idNumber first three and last two characters
 * @param mobile first three and last two digits
 * @param cardNumber last four digits
 */
public record MaskedIdentity(String name, String idNumber, String mobile, String cardNumber) {}
