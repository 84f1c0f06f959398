package io.jointlending.fund.route.persistence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code fund_route_decision}. */
record DecisionRow(
        String orderNo,
        Integer attempt,
        Integer shardKey,
        String productCode,
        Long principalFen,
        LocalDate businessDate,
        @Nullable String route,
        @Nullable Integer routeVersion,
        @Nullable String ruleName,
        String outcome,
        @Nullable String schemeCode,
        Boolean leadAlone,
        Boolean reroutes,
        String facts,
        String candidates,
        @Nullable String problem) {}
