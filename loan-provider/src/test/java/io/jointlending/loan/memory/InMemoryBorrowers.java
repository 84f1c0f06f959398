package io.jointlending.loan.memory;

import io.jointlending.loan.borrower.domain.Borrower;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.Identity;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Borrowers in memory. */
public final class InMemoryBorrowers implements Borrowers {
    private final Map<String, Identity> identities = new HashMap<>();

    @Override
    public synchronized boolean add(String borrowerNo, Identity identity) {
        boolean idTaken =
                identities.values().stream().anyMatch(other -> other.idNumber().equals(identity.idNumber()));
        return !idTaken && identities.putIfAbsent(borrowerNo, identity) == null;
    }

    @Override
    public synchronized Optional<Borrower> find(String borrowerNo) {
        return findIdentity(borrowerNo).map(found -> new Borrower(borrowerNo, Borrower.ACTIVE, found.masked()));
    }

    @Override
    public synchronized Optional<Identity> findIdentity(String borrowerNo) {
        return Optional.ofNullable(identities.get(borrowerNo));
    }

    @Override
    public synchronized Map<String, String> maskedNames(Collection<String> borrowerNos) {
        return borrowerNos.stream()
                .filter(identities::containsKey)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> findIdentity(number).orElseThrow().masked().name()));
    }

    @Override
    public String fingerprint(Identity identity) {
        return Integer.toHexString(identity.hashCode());
    }
}
