package io.jointlending.fund.quota.domain;

import java.util.List;

/**
 * What one order wants of one institution.
 *
 * @param institutionCode whose money
 * @param dimensions which of its quotas count it, in the order of {@link Dimension}
 * @param amountFen amount in fen, above 0
 */
public record Claim(String institutionCode, List<Dimension> dimensions, long amountFen) {
    public Claim {
        dimensions = dimensions.stream().sorted().distinct().toList();
        if (amountFen <= 0) {
            throw new IllegalStateException(institutionCode + " is asked for " + amountFen + " fen");
        }
    }
}
