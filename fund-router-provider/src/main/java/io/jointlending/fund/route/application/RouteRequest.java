package io.jointlending.fund.route.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order that needs a scheme.
 *
 * @param orderNo master order
 * @param shardKey gene of the borrower, 0 to 1023
 * @param attempt 1, and one more after every verified refusal or proof that nothing was sent
 * @param productCode product
 * @param askedSchemeCode scheme the order asks for, or null
 * @param principalFen loan amount in fen
 * @param terms number of installments, or null where nobody knows
 * @param excluded institutions that have refused this order
 */
public record RouteRequest(
        String orderNo,
        int shardKey,
        int attempt,
        String productCode,
        @Nullable String askedSchemeCode,
        long principalFen,
        @Nullable Integer terms,
        Set<String> excluded) {
    public RouteRequest {
        excluded = Set.copyOf(excluded);
    }
}
