package io.jointlending.api.repayment;

import java.io.Serializable;

/**
 * An institution's part of an event; negative in a reversal.
 *
 * @param institutionCode institution of the sub-order
 * @param seat place in the order of institutions
 * @param settled by component
 */
public record SplitPartView(String institutionCode, Integer seat, AmountsView settled) implements Serializable {}
