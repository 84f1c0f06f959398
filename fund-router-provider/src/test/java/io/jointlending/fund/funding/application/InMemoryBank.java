package io.jointlending.fund.funding.application;

import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.Institutions;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.funding.domain.LegStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Banks in memory whose behaviour is set per institution, with their books. */
final class InMemoryBank implements Institutions {
    /** What becomes of a request. */
    enum Manner {
        ACCEPT,
        REFUSE,
        /** Nobody knows: it is not told. */
        SILENT
    }

    /** A loan on the books, by the number that the bank knows it by. */
    record Loan(String institutionCode, long amountFen) {}

    private final Map<String, Manner> manners = new HashMap<>();
    private final Map<String, Manner> cancels = new HashMap<>();
    private final Map<String, Integer> rounds = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();
    private final Set<String> unreached = new HashSet<>();
    /** Money that was moved and not taken back. */
    final Map<String, Loan> books = new LinkedHashMap<>();

    final List<String> calls = new ArrayList<>();
    int begun;

    /** Its answers come after so many looks. */
    void set(String institution, Manner manner, int looks) {
        manners.put(institution, manner);
        rounds.put(institution, looks);
    }

    /** It has a cancel flow, which ends so. */
    void setCancel(String institution, Manner manner) {
        cancels.put(institution, manner);
    }

    void setReached(String institution, boolean reached) {
        if (reached) {
            unreached.remove(institution);
        } else {
            unreached.add(institution);
        }
    }

    @Override
    public boolean reaches(String institutionCode) {
        return !unreached.contains(institutionCode);
    }

    @Override
    public boolean cancels(String institutionCode) {
        return cancels.containsKey(institutionCode);
    }

    @Override
    public void ask(Funding funding, Leg leg) {
        called("ask " + funding.numberOf(leg), leg);
        if (manner(leg) == Manner.ACCEPT) {
            books.put(funding.numberOf(leg), new Loan(leg.institutionCode(), leg.amountFen()));
        }
    }

    @Override
    public void cancel(Funding funding, Leg leg) {
        called("cancel " + funding.numberOf(leg), leg);
        if (cancels.get(leg.institutionCode()) == Manner.ACCEPT) {
            books.remove(funding.numberOf(leg));
        }
    }

    private void called(String call, Leg leg) {
        if (calls.contains(call)) {
            throw new IllegalStateException("asked twice: " + call);
        }
        calls.add(call);
        left.put(leg.requestNo() + leg.status(), rounds.getOrDefault(leg.institutionCode(), 0));
    }

    @Override
    public List<Leg> answered(Funding funding) {
        return funding.legs().stream()
                .filter(leg -> leg.status() == LegStatus.SENT || leg.status() == LegStatus.CANCELLING)
                .map(this::answer)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Leg> answer(Leg leg) {
        boolean cancel = leg.status() == LegStatus.CANCELLING;
        Manner manner = cancel ? cancels.get(leg.institutionCode()) : manner(leg);
        if (manner == Manner.SILENT || left.merge(leg.requestNo() + leg.status(), -1, Integer::sum) >= 0) {
            return Optional.empty();
        }
        if (cancel) {
            return Optional.of(manner == Manner.ACCEPT ? leg.cancelled("taken back") : leg.kept("too late"));
        }
        return Optional.of(manner == Manner.ACCEPT ? leg.accepted(leg.amountFen()) : leg.rejected("no"));
    }

    @Override
    public void begin() {
        begun++;
    }

    private Manner manner(Leg leg) {
        return manners.getOrDefault(leg.institutionCode(), Manner.ACCEPT);
    }
}
