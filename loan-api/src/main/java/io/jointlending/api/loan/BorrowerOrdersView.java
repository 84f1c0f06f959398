package io.jointlending.api.loan;

import java.io.Serializable;
import java.util.List;

/**
 * Orders of some borrowers.
 *
 * @param orders newest first
 */
public record BorrowerOrdersView(List<BorrowerOrderView> orders) implements Serializable {}
