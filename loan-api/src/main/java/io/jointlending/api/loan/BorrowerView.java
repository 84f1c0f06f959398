package io.jointlending.api.loan;

import java.io.Serializable;

/**
 * A borrower with masked identity and the state of the credit line.
 *
 * @param borrowerNo borrower number
 * @param status {@code ACTIVE}
 * @param maskedName first character and asterisks
 * @param maskedIdNumber first three and last two characters
 * @param maskedMobile first three and last two digits
 * @param maskedCardNumber last four digits
 * @param creditLimitFen limit of the credit line in fen
 * @param creditReservedFen reserved by orders that wait for their payment result, in fen
 * @param creditUsedFen used by active orders, in fen
 */
public record BorrowerView(
        String borrowerNo,
        String status,
        String maskedName,
        String maskedIdNumber,
        String maskedMobile,
        String maskedCardNumber,
        Long creditLimitFen,
        Long creditReservedFen,
        Long creditUsedFen)
        implements Serializable {}
