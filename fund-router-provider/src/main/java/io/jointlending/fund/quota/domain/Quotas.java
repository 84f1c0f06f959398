package io.jointlending.fund.quota.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The quotas that are stored. Everything that changes one runs in the running transaction. */
public interface Quotas {
    /** Quotas of these institutions that count something on a day. */
    List<Quota> find(Collection<String> institutionCodes, LocalDate day);

    /** At most so many quotas of a day, by institution, after one. */
    List<Quota> page(LocalDate day, String afterInstitution, int limit);

    /**
     * Makes the rows of a day where they are missing, and brings the limits of that day and of the endless ones up to date
     * unless they are of a newer version.
     */
    void keep(String institutionCode, long version, List<QuotaLimit> limits, LocalDate day);

    /**
     * Gives back what earlier attempts of an order have reserved, and reserves for this one: all claims or none. Each row is
     * taken by one conditional update, in the order of institution and dimension, so that two orders never wait for each
     * other in a circle.
     *
     * @throws QuotaRefused when a quota is full or missing; the transaction has to be rolled back
     */
    void reserve(Attempt attempt, List<Claim> claims);

    /** Turns an order's reservations of these institutions into use, and gives all its other reservations back; once. */
    void settle(String orderNo, Set<String> funding);

    /** The orders were settled or their settlement was taken back: what counts as balance changes; once each. */
    void returned(String orderNo, boolean settled);

    /** Reservations older than this of which the order is funded, or has a later attempt; oldest first. */
    List<Leak> leaks(Duration age, int limit);

    /** Ends one of them; false if somebody else did. */
    boolean end(Leak leak);

    /**
     * An attempt of an order.
     *
     * @param orderNo master order
     * @param shardKey gene of the borrower, 0 to 1023
     * @param number 1, 2, 3, …
     * @param day business day that it counts for
     */
    record Attempt(String orderNo, int shardKey, int number, LocalDate day) {}

    /**
     * A reservation that should have ended.
     *
     * @param orderNo master order
     * @param attempt attempt it was made for
     * @param institutionCode whose money
     * @param used whether the institution funds the order after all
     */
    record Leak(String orderNo, int attempt, String institutionCode, boolean used) {}
}
