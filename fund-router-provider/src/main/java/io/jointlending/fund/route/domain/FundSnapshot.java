package io.jointlending.fund.route.domain;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * What is true of schemes and institutions when an order is routed.
 *
 * @param at now, Asia/Shanghai
 * @param schemes by code; those that a route names and that exist
 * @param funds external institutions by code; one that is missing has no fund channel
 */
public record FundSnapshot(LocalDateTime at, Map<String, Scheme> schemes, Map<String, FundState> funds) {
    public FundSnapshot {
        schemes = Map.copyOf(schemes);
        funds = Map.copyOf(funds);
    }
}
