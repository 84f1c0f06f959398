package io.jointlending.api.loan;

import java.io.Serializable;
import java.util.List;

/**
 * Master orders by state over time.
 *
 * @param days that were asked for
 * @param times oldest first
 */
public record StateCountsView(Integer days, List<StateCountsAtView> times) implements Serializable {}
