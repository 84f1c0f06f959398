package io.jointlending.repayment.reconciliation.domain;

import org.jspecify.annotations.Nullable;

/**
 * A line without its like.
 *
 * @param kind how
 * @param book the line of our book on the date compared, or null
 * @param file the line of the file of that date, or null
 * @param counter for CROSS_DAY, the line of the other side on a neighbouring date
 */
public record LineDifference(
        DifferenceKind kind, @Nullable ReconLine book, @Nullable ReconLine file, @Nullable ReconLine counter) {}
