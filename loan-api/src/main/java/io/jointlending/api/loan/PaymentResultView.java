package io.jointlending.api.loan;

import java.io.Serializable;

/**
 * What a payment result did.
 *
 * @param orderNo master order
 * @param status state of the order afterwards
 * @param effect APPLIED, or REPEATED when the order had ended this way before
 */
public record PaymentResultView(String orderNo, Integer status, String effect) implements Serializable {
    /** This result ended the order. */
    public static final String APPLIED = "APPLIED";
    /** The order had ended with this result before. */
    public static final String REPEATED = "REPEATED";
}
