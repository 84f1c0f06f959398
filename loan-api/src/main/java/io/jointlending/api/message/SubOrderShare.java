package io.jointlending.api.message;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One institution's part of a funded master order, in the final composition.
 *
 * @param subOrderNo number of the sub-order (小订单)
 * @param seat place in the stored order of institutions, 1, 2, …; the split depends on it
 * @param institutionCode who funds
 * @param lead true for the funder of last resort
 * @param weight integer weight of the split: basis points of the scheme, or the contribution in fen where the
 *     composition left the scheme
 * @param contributionFen part of the principal in fen, never 0
 * @param ownAnnualRate its own interest per year as a fraction, or null for its part of the borrower's interest; always null
 *     for the lead, which gets what is left
 */
public record SubOrderShare(
        String subOrderNo,
        Integer seat,
        String institutionCode,
        Boolean lead,
        Long weight,
        Long contributionFen,
        @Nullable BigDecimal ownAnnualRate)
        implements Serializable {}
