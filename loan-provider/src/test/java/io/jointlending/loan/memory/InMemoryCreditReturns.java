package io.jointlending.loan.memory;

import io.jointlending.loan.order.domain.CreditReturn;
import io.jointlending.loan.order.domain.CreditReturns;
import java.util.HashMap;
import java.util.Map;

/** Credit returns in memory. */
public final class InMemoryCreditReturns implements CreditReturns {
    private final Map<String, CreditReturn> applied = new HashMap<>();

    @Override
    public CreditReturn find(String orderNo) {
        return applied.getOrDefault(orderNo, CreditReturn.none(orderNo));
    }

    @Override
    public void store(CreditReturn newer) {
        applied.put(newer.orderNo(), newer);
    }
}
