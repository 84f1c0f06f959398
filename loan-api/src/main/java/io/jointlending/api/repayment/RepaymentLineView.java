package io.jointlending.api.repayment;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one repayment settled at one installment, of the master order or of one sub-order.
 *
 * @param installmentNo installment
 * @param institutionCode the institution of the sub-order, or null for the master order
 * @param settled by component
 */
public record RepaymentLineView(Integer installmentNo, @Nullable String institutionCode, AmountsView settled)
        implements Serializable {}
