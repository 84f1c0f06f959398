package io.jointlending.repayment.memory;

import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.repayment.repay.domain.SuspenseRefund;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suspense accounts in memory, for one thread. */
public final class InMemorySuspense implements SuspenseAccounts {
    private final Map<String, Long> balances = new HashMap<>();
    private final Set<String> entries = new HashSet<>();
    private final Map<String, SuspenseRefund> refunds = new HashMap<>();

    @Override
    public boolean move(SuspenseMove move) {
        if (balance(move.borrowerNo()) + move.changeFen() < 0) {
            return false;
        }
        if (!entries.add(move.number() + " " + move.amount().kind())) {
            throw new IllegalStateException("moved before: " + move);
        }
        balances.merge(move.borrowerNo(), move.changeFen(), Math::addExact);
        return true;
    }

    @Override
    public long balance(String borrowerNo) {
        return balances.getOrDefault(borrowerNo, 0L);
    }

    @Override
    public void add(SuspenseRefund refund, String operator) {
        refunds.put(refund.refundNo(), refund);
    }

    @Override
    public Optional<SuspenseRefund> lockRefund(String refundNo) {
        return Optional.ofNullable(refunds.get(refundNo));
    }

    @Override
    public void end(SuspenseRefund refund, String operator) {
        refunds.put(refund.refundNo(), refund);
    }
}
