package io.jointlending.fund.route.application;

/** Which institutions can take back what they have agreed to. */
@FunctionalInterface
public interface Cancels {
    /** Whether the institution has an active cancel flow. */
    boolean has(String institutionCode);
}
