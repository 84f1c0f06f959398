package io.jointlending.api.loan;

import java.io.Serializable;
import java.util.List;

/**
 * The states an order went through.
 *
 * @param orderNo master order
 * @param changes oldest first, at most 200
 */
public record OrderHistoryView(String orderNo, List<StateChangeView> changes) implements Serializable {}
