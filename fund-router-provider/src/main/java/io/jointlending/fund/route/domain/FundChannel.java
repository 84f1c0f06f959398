package io.jointlending.fund.route.domain;

import io.jointlending.fund.quota.domain.QuotaLimit;
import java.util.List;
import java.util.Set;

/**
 * When and how much an institution funds, as channel-admin-provider has it.
 *
 * @param institutionCode institution
 * @param version rises with every change
 * @param paused whether it is switched off
 * @param hours when it is open
 * @param closed planned times without service
 * @param limits its quotas; without one for the day it is given no order
 * @param hosts the only hosts that it is asked at, in lower case
 */
public record FundChannel(
        String institutionCode,
        long version,
        boolean paused,
        OpenHours hours,
        List<FundState.Closed> closed,
        List<QuotaLimit> limits,
        Set<String> hosts) {
    public FundChannel {
        closed = List.copyOf(closed);
        limits = List.copyOf(limits);
        hosts = Set.copyOf(hosts);
    }
}
