package io.jointlending.fund.funding.persistence;

import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.funding.domain.LegStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of {@code fund_leg}. */
record FundLegRow(
        Integer seat,
        String institutionCode,
        String kind,
        Boolean isLead,
        Integer shareBp,
        @Nullable BigDecimal ownAnnualRate,
        Long amountFen,
        String externalRequestNo,
        String status,
        @Nullable String reason) {
    private static final String EXTERNAL = "EXTERNAL";
    private static final String SELF = "SELF";

    Leg leg() {
        return new Leg(
                seat,
                institutionCode,
                kind.equals(EXTERNAL),
                isLead,
                shareBp,
                ownAnnualRate,
                amountFen,
                externalRequestNo,
                LegStatus.valueOf(status),
                reason);
    }

    static FundLegRow of(Leg leg) {
        return new FundLegRow(
                leg.seat(),
                leg.institutionCode(),
                leg.external() ? EXTERNAL : SELF,
                leg.lead(),
                leg.shareBp(),
                leg.ownAnnualRate(),
                leg.amountFen(),
                leg.requestNo(),
                leg.status().name(),
                leg.reason());
    }
}
