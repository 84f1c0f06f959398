package io.jointlending.fund.funding.domain;

import java.util.Arrays;
import java.util.Set;

/** Where the funding of an order stands. */
public enum FundingStatus {
    /** No ratio scheme chosen yet, or none for the next attempt. */
    WAIT_ROUTE(10),
    /** The legs exist, nobody could be asked yet. */
    ROUTED(20),
    /** Institutions were asked. */
    FUNDING(30),
    /** The sub-orders exist. */
    FUNDED(40),
    /** The sub-orders exist, or rather the one of the lead: all others refused. */
    SELF_FUNDED(45),
    /** A person has to decide; the borrower's plan stands. */
    MANUAL(90);

    private final int code;

    FundingStatus(int code) {
        this.code = code;
    }

    /** The number that tables and contracts use. */
    public int code() {
        return code;
    }

    /** The status of a number. */
    public static FundingStatus of(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no funding status has the code " + code));
    }

    /** True while there is something to do without a person. */
    public boolean open() {
        return this == WAIT_ROUTE || this == ROUTED || this == FUNDING;
    }

    /** True for the moves that exist; staying is none. */
    public boolean mayBecome(FundingStatus next) {
        return switch (this) {
            case WAIT_ROUTE -> Set.of(ROUTED, MANUAL).contains(next);
            case ROUTED -> Set.of(FUNDING, FUNDED, MANUAL).contains(next);
            case FUNDING -> Set.of(WAIT_ROUTE, FUNDED, SELF_FUNDED, MANUAL).contains(next);
            case FUNDED, SELF_FUNDED, MANUAL -> false;
        };
    }
}
