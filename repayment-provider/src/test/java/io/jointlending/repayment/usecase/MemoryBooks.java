package io.jointlending.repayment.usecase;

import io.jointlending.repayment.memory.InMemoryRepayments;
import io.jointlending.repayment.memory.RepaymentWorld;
import java.util.List;

/** Books in memory. */
final class MemoryBooks implements RuleBooks {
    private final InMemoryRepayments repayments = new InMemoryRepayments();

    @Override
    public RepaymentWorld world() {
        return repayments.world();
    }

    @Override
    public List<Object> everything(String orderNo) {
        return repayments.everything(orderNo);
    }

    @Override
    public List<Event> events(String orderNo) {
        return repayments.ledgers().repayments().stream()
                .map(it -> new Event(it.sequence(), it.repaymentNo(), it.valueDate(), it.bookingDate()))
                .toList();
    }

    @Override
    public List<String> keys() {
        return repayments.keys();
    }

    @Override
    public long returnablePrincipalFen(String orderNo) {
        return repayments.ledgers().find(orderNo).orElseThrow().returnablePrincipalFen();
    }
}
