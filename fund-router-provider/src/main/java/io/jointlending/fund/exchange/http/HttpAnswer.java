package io.jointlending.fund.exchange.http;

/** How a request ended on the wire. */
public sealed interface HttpAnswer {
    /** Proved that no byte of the request left. */
    record NotSent(String why, boolean unreachable) implements HttpAnswer {}

    /** Something may have left, and no whole answer came. */
    record NoAnswer(Failure failure, String why) implements HttpAnswer {}

    /** A whole answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(int status, byte[] body) implements HttpAnswer {}

    /** Why there is no whole answer. */
    enum Failure {
        /** The total time of a call was over. */
        DEADLINE,
        /** The connection broke. */
        CONNECTION,
        /** The answer was longer than allowed. */
        TOO_LONG
    }
}
