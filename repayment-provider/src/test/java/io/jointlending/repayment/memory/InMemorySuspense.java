package io.jointlending.repayment.memory;

import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Suspense accounts in memory, for one thread. */
public final class InMemorySuspense implements SuspenseAccounts {
    private final Map<String, Long> balances = new HashMap<>();
    private final Set<String> entries = new HashSet<>();

    @Override
    public void keep(String borrowerNo, String orderNo, String repaymentNo, long fen, LocalDate bookingDate) {
        if (fen <= 0 || !entries.add(repaymentNo)) {
            throw new IllegalStateException("not an excess to keep: " + fen + " fen of " + repaymentNo);
        }
        balances.merge(borrowerNo, fen, Math::addExact);
    }

    @Override
    public long balance(String borrowerNo) {
        return balances.getOrDefault(borrowerNo, 0L);
    }
}
