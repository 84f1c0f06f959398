package io.jointlending.fund.quota.persistence;

import io.jointlending.fund.quota.domain.Quotas;

/** A reservation that should have ended. */
record LeakRow(String orderNo, Integer attempt, String institutionCode, Boolean used) {
    Quotas.Leak leak() {
        return new Quotas.Leak(orderNo, attempt, institutionCode, used);
    }
}
