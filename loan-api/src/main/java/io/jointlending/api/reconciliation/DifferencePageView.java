package io.jointlending.api.reconciliation;

import java.io.Serializable;
import java.util.List;

/**
 * One page of differences.
 *
 * @param total how many there are in all
 * @param differences the differences of this page
 */
public record DifferencePageView(Long total, List<DifferenceView> differences) implements Serializable {}
