package io.jointlending.support.consume;

/** The broker's delay levels: 1s 5s 10s 30s 1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 20m 30m 1h 2h are 1 to 18. */
final class RedeliveryDelay {
    private static final int ONE_SECOND = 1;
    private static final int TEN_SECONDS = 3;
    private static final int ONE_MINUTE = 5;
    private static final int TWO_MINUTES = 6;
    private static final int TWO_HOURS = 18;

    private RedeliveryDelay() {}

    static int level(Verdict verdict, int redeliveries) {
        return switch (verdict) {
            case NOT_YET, LOCKED -> Math.min(ONE_SECOND + redeliveries / 2, TWO_MINUTES);
            case UNAVAILABLE -> Math.min(TEN_SECONDS + redeliveries / 2, ONE_MINUTE);
            case FAILED -> Math.min(TEN_SECONDS + redeliveries, TWO_HOURS);
            case DONE, DUPLICATE, NO_CONCERN, DEAD ->
                throw new IllegalArgumentException(verdict + " is not delivered again");
        };
    }
}
