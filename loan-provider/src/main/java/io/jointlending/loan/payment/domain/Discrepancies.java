package io.jointlending.loan.payment.domain;

/** The payment reports that people have to look at. */
public interface Discrepancies {
    /** Adds one; the same report again only counts up. */
    void add(Discrepancy discrepancy);
}
