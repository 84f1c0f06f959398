package io.jointlending.fund.statement.application;

/** A page of an institution's file says something that it must not, or lacks what it must say. */
final class UnreadableStatement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableStatement(String message) {
        super(message);
    }
}
