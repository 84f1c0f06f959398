package io.jointlending.fund.quota.domain;

/** A quota cannot take an order. Thrown so that the transaction takes back what was reserved before. */
public final class QuotaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String institutionCode;
    private final Dimension dimension;
    private final boolean missing;

    /** Which quota, and whether it is missing rather than full. */
    public QuotaRefused(String institutionCode, Dimension dimension, boolean missing) {
        super(dimension + " of " + institutionCode + (missing ? " is missing" : " is full"), null, false, false);
        this.institutionCode = institutionCode;
        this.dimension = dimension;
        this.missing = missing;
    }

    /** Whose quota. */
    public String institutionCode() {
        return institutionCode;
    }

    /** Which of its quotas. */
    public Dimension dimension() {
        return dimension;
    }

    /** Whether there is no such quota: an error of configuration, never "unlimited". */
    public boolean missing() {
        return missing;
    }
}
