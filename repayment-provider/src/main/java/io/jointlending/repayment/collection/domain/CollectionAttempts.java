package io.jointlending.repayment.collection.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The attempts that are stored. Moves are conditional: false means that somebody else moved the attempt before. Every
 * method belongs in a transaction of its own, never around a call to the payment system.
 */
public interface CollectionAttempts {
    /** Stores a new attempt; false when the order has one on that day. */
    boolean add(CollectionAttempt attempt);

    /** The attempt of an order on a day. */
    Optional<CollectionAttempt> find(String orderNo, LocalDate businessDate);

    /** INIT to DEDUCTING, before the call is made: write-ahead. */
    boolean send(CollectionAttempt attempt);

    /** DEDUCTING to PAID. */
    boolean paid(CollectionAttempt attempt, String reference);

    /** PAID to POSTED. */
    boolean posted(CollectionAttempt attempt, String repaymentNo);

    /** INIT or DEDUCTING, as the attempt has it, to FAILED. */
    boolean fail(CollectionAttempt attempt, String reason);

    /** How many of the newest attempts of an order have FAILED one after the other, counted up to {@code most}. */
    int failedInARow(String orderNo, int most);

    /** How the attempts of these days have ended, both days included. */
    Ended ended(LocalDate from, LocalDate to);

    /** Why the attempts of a day FAILED, the most frequent reasons first, each with its count. */
    List<String> reasons(LocalDate businessDate, int most);

    /**
     * How attempts have ended.
     *
     * @param total POSTED or FAILED
     * @param failed FAILED
     */
    record Ended(long total, long failed) {}

    /** Looks at it again after a while; counts a question. Nothing happens if it moved meanwhile. */
    void postpone(CollectionAttempt attempt, Duration wait, String reason);

    /** Attempts that have not ended and whose time has come, held for a while. */
    List<CollectionAttempt> claim(int limit, Duration lease);
}
