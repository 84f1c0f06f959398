package io.jointlending.fund.route.application;

import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.SkipReason;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;

/** What somebody is told of decisions, in their transactions. */
public final class RouteAlarms {
    private final Alarms alarms;

    /** On these alarms. */
    public RouteAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    void raise(RouteDecision decision) {
        for (Candidate candidate : decision.decision().candidates()) {
            String institution = candidate.institution();
            if (candidate.reason() == SkipReason.QUOTA_MISSING && institution != null) {
                alarms.raiseHourly(new Alarm(
                        "QUOTA_MISSING",
                        institution,
                        "no order goes to " + institution + ": it has no quota for " + decision.day()));
            }
        }
        String orderNo = decision.facts().orderNo();
        if (decision.outcome() == Outcome.PARKED) {
            alarms.raiseHourly(
                    new Alarm("FUND_PARKED", orderNo, "nobody funds the order, and there is no last resort"));
        } else if (decision.outcome() == Outcome.LAST_RESORT) {
            String route = decision.route() == null ? decision.productCode() : decision.route();
            alarms.raiseHourly(new Alarm(
                    "FUND_LAST_RESORT", route, "orders are funded without external money, such as " + orderNo));
        }
    }
}
