package io.jointlending.system.client;

import io.jointlending.api.loan.IdentityFacts;

/**
 * Invented borrowers: numbers that no real person has, different in every run, so that one platform can be used again.
 *
 * @param run marks everything of one run
 */
public record People(String run) {
    private static final long RUN_DIGITS = 100_000_000_000L;

    /** People of a run that starts now. */
    public static People now() {
        return new People(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
    }

    /** What every borrower number of this run begins with. */
    public String prefix() {
        return "demo-" + run + "-";
    }

    /** A borrower number of this run. */
    public String borrowerNo(String label) {
        return prefix() + label;
    }

    /** The identity of one borrower of this run. */
    public IdentityFacts identity(int index) {
        long marked = Long.parseLong(run, Character.MAX_RADIX) % RUN_DIGITS;
        return new IdentityFacts(
                "Demo Borrower " + index,
                String.format("%011d%06dX", marked, index),
                String.format("100%08d", index),
                String.format("99990000%08d", index));
    }
}
