package io.jointlending.api.fund;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one attempt of an order, or would be.
 *
 * @param orderNo master order
 * @param attempt 1, and one more after each verified refusal; 0 in a dry run
 * @param route route that was asked, or null for the schemes of the order or the product
 * @param version its version, or null
 * @param ruleName rule that held, or null for otherwise
 * @param outcome CHOSEN, LAST_RESORT or PARKED; of a dry run what would be tried first
 * @param schemeCode scheme, or null while parked
 * @param leadAlone whether the lead of the scheme funds all of it
 * @param problem why the route could not be asked, or null
 * @param businessDate day whose quotas count it, Asia/Shanghai
 * @param facts facts the route was asked with
 * @param candidates every scheme that was named
 */
public record RouteDecisionView(
        String orderNo,
        Integer attempt,
        @Nullable String route,
        @Nullable Integer version,
        @Nullable String ruleName,
        String outcome,
        @Nullable String schemeCode,
        Boolean leadAlone,
        @Nullable String problem,
        LocalDate businessDate,
        List<FactView> facts,
        List<CandidateView> candidates)
        implements Serializable {}
