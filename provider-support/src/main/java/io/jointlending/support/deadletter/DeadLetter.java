package io.jointlending.support.deadletter;

/**
 * A message that needs a person.
 *
 * @param source {@link #OUTBOX} or {@link #CONSUMER}
 * @param consumerGroup for CONSUMER: who could not consume; else empty
 * @param reason UNREADABLE, REFUSED, BODY_CHANGED, ATTEMPTS or EXPIRED
 * @param detail what went wrong
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetter(
        String source,
        String consumerGroup,
        String topic,
        String tag,
        String key,
        String reason,
        String detail,
        byte[] body) {
    /** It could not be sent. */
    public static final String OUTBOX = "OUTBOX";

    /** It could not be consumed. */
    public static final String CONSUMER = "CONSUMER";

    private static final int DETAIL = 1000;

    /** Cuts the detail to what the table takes. */
    public DeadLetter {
        detail = detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail;
    }
}
