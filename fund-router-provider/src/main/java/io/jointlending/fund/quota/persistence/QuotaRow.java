package io.jointlending.fund.quota.persistence;

import io.jointlending.fund.quota.domain.Dimension;
import io.jointlending.fund.quota.domain.Quota;

/** A row of {@code fund_quota}. */
record QuotaRow(
        String institutionCode,
        String dimension,
        String periodKey,
        Long limitFen,
        Long reservedFen,
        Long usedFen,
        Integer alarmBp) {
    Quota quota() {
        return new Quota(
                institutionCode, Dimension.valueOf(dimension), periodKey, limitFen, reservedFen, usedFen, alarmBp);
    }
}
