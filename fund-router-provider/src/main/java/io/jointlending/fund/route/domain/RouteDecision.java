package io.jointlending.fund.route.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one attempt of an order, as it is kept.
 *
 * @param facts what the route was asked with
 * @param attempt 1, 2, 3, …
 * @param shardKey gene of the borrower, 0 to 1023
 * @param productCode product
 * @param day business day whose quotas count it, Asia/Shanghai
 * @param route route that was asked, or null for the schemes of the order or the product
 * @param version its version, or null
 * @param outcome what came of it
 * @param schemeCode scheme, or null while parked
 * @param leadAlone whether the lead of the scheme funds all of it
 * @param reroutes whether another scheme is asked for after a verified refusal
 * @param decision what the route said
 */
public record RouteDecision(
        OrderFacts facts,
        int attempt,
        int shardKey,
        String productCode,
        LocalDate day,
        @Nullable String route,
        @Nullable Integer version,
        Outcome outcome,
        @Nullable String schemeCode,
        boolean leadAlone,
        boolean reroutes,
        Decision decision) {
    /** What came of a decision. */
    public enum Outcome {
        /** A scheme that a rule names. */
        CHOSEN,
        /** None could be chosen: funds without an external institution. */
        LAST_RESORT,
        /** None could be chosen, and there is no last resort: asked again later, and somebody was told. */
        PARKED
    }

    /** With other candidates. */
    public RouteDecision with(List<Candidate> candidates) {
        return new RouteDecision(
                facts,
                attempt,
                shardKey,
                productCode,
                day,
                route,
                version,
                outcome,
                schemeCode,
                leadAlone,
                reroutes,
                new Decision(decision.ruleName(), decision.problem(), candidates));
    }
}
