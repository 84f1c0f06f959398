package io.jointlending.loan.borrower.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All borrowers. One borrower number and one ID number belong to at most one of them, also under concurrency. */
public interface Borrowers {
    /** Adds an active borrower; false when the borrower number or the ID number is taken, and then nothing is stored. */
    boolean add(String borrowerNo, Identity identity);

    /** A borrower, masked. */
    Optional<Borrower> find(String borrowerNo);

    /** Masked names of those of these borrowers who are there, by borrower number. */
    Map<String, String> maskedNames(Collection<String> borrowerNos);

    /** The facts behind a borrower, to compare them with. Never shown. */
    Optional<Identity> findIdentity(String borrowerNo);

    /** A keyed hash of all four facts: equal for equal identities, and telling nothing without the key. */
    String fingerprint(Identity identity);
}
