package io.jointlending.support.outbox;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A type of messages that a provider sends, with its settings. Declared as a bean; what is not declared cannot be sent.
 *
 * @param topic RocketMQ topic of the owning provider
 * @param name message type, also the tag
 * @param ordered messages of one order key leave in the order of their inserts; a dead one holds back its successors
 * @param timeToLive after so long it is not sent any more; empty: it is sent however late
 * @param cutOff it is not sent after this time of the business day on which it was added, Asia/Shanghai; what is added after
 *     that time belongs to the next day. Empty: it may cross days
 * @param maxAttempts it is dead after so many failures of its own; outages do not count
 * @param expiry what is done when it expires, in the transaction that ends it
 */
public record MessageType(
        String topic,
        String name,
        boolean ordered,
        Optional<Duration> timeToLive,
        Optional<LocalTime> cutOff,
        int maxAttempts,
        Expiry expiry) {
    private static final int USUAL_ATTEMPTS = 16;
    private static final int MOST_ATTEMPTS = 1000;
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_%-]{1,127}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Checks what the broker and the table can take. */
    public MessageType {
        if (!TOPIC.matcher(topic).matches() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a message type: " + topic + ":" + name);
        }
        if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts of " + name + ": " + maxAttempts);
        }
        if (timeToLive.filter(time -> time.toSeconds() < 1).isPresent()) {
            throw new IllegalArgumentException("time to live of " + name + ": " + timeToLive);
        }
    }

    /** What compensates a message that was not sent in time. Runs in the business transaction that marks it as expired. */
    @FunctionalInterface
    public interface Expiry {
        /** Undoes or repeats what the message was for; an exception leaves the message pending and is tried again. */
        void expired(ExpiredMessage message);
    }

    /** Unordered, sent however late, dead after 16 failures. */
    public static MessageType of(String topic, String name) {
        return new MessageType(topic, name, false, Optional.empty(), Optional.empty(), USUAL_ATTEMPTS, message -> {});
    }

    /** As this, in the order of inserts per order key. */
    public MessageType inOrder() {
        return new MessageType(topic, name, true, timeToLive, cutOff, maxAttempts, expiry);
    }

    /** As this, dead after so many failures. */
    public MessageType attempts(int most) {
        return new MessageType(topic, name, ordered, timeToLive, cutOff, most, expiry);
    }

    /** As this, ended after a time, with what is done then. */
    public MessageType livesFor(Duration time, Expiry then) {
        return new MessageType(topic, name, ordered, Optional.of(time), cutOff, maxAttempts, then);
    }

    /** As this, ended at a time of its business day, Asia/Shanghai, with what is done then. */
    public MessageType endsAt(LocalTime time, Expiry then) {
        return new MessageType(topic, name, ordered, timeToLive, Optional.of(time), maxAttempts, then);
    }

    boolean expires() {
        return timeToLive.isPresent() || cutOff.isPresent();
    }
}
