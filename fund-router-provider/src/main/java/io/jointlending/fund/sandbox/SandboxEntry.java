package io.jointlending.fund.sandbox;

/** A request on the books of a sandbox institution. */
record SandboxEntry(String status, Long amountFen) {
    static final String PROCESSING = "PROCESSING";
    static final String ACCEPTED = "ACCEPTED";
    static final String REFUSED = "REFUSED";
}
