package io.jointlending.fund.quota.persistence;

import io.jointlending.fund.quota.domain.Claim;
import io.jointlending.fund.quota.domain.Dimension;
import io.jointlending.fund.quota.domain.Quotas;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A row of {@code fund_quota_entry}. */
record EntryRow(
        String orderNo,
        Integer attempt,
        String institutionCode,
        Integer shardKey,
        String periodKey,
        String dimensions,
        Long amountFen,
        String status) {
    static final String RESERVED = "RESERVED";
    static final String USED = "USED";
    static final String RELEASED = "RELEASED";
    static final String RETURNED = "RETURNED";

    static EntryRow reserved(Quotas.Attempt attempt, Claim claim) {
        return new EntryRow(
                attempt.orderNo(),
                attempt.number(),
                claim.institutionCode(),
                attempt.shardKey(),
                Dimension.DAY.period(attempt.day()),
                claim.dimensions().stream().map(Dimension::name).collect(Collectors.joining(",")),
                claim.amountFen(),
                RESERVED);
    }

    List<Dimension> counted() {
        return Arrays.stream(dimensions.split(",", -1)).map(Dimension::valueOf).toList();
    }

    /** The period of the row that counts it in a dimension. */
    String period(Dimension dimension) {
        return dimension == Dimension.DAY ? periodKey : Dimension.EVER;
    }
}
