package io.jointlending.fund.route.rpc;

import io.jointlending.api.fund.CandidateView;
import io.jointlending.api.fund.DryRunQuery;
import io.jointlending.api.fund.FactView;
import io.jointlending.api.fund.QuotaView;
import io.jointlending.api.fund.RouteDecisionView;
import io.jointlending.api.fund.RouteFindingView;
import io.jointlending.api.fund.RouteFindingsView;
import io.jointlending.api.fund.RouteView;
import io.jointlending.fund.quota.domain.Quota;
import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.RouteVersion;
import io.jointlending.fund.route.text.LoadedRoute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Routes, decisions and quotas as the contract shows them. */
final class RouteViews {
    private RouteViews() {}

    static RouteView route(RouteVersion version) {
        RouteDefinition definition =
                LoadedRoute.load(version.route(), version.body()).definition();
        return new RouteView(
                version.route(),
                version.version(),
                version.status().name(),
                version.sha256(),
                definition == null ? List.of() : definition.products(),
                version.createdBy(),
                version.approvedBy(),
                version.body());
    }

    static RouteFindingsView findings(LoadedRoute loaded) {
        return new RouteFindingsView(
                loaded.findings().isEmpty(),
                loaded.findings().stream()
                        .map(finding -> new RouteFindingView(
                                loaded.line(finding.place()),
                                finding.rule().id(),
                                finding.place().toString(),
                                finding.message()))
                        .toList());
    }

    static Map<String, String> facts(DryRunQuery query) {
        Map<String, String> values = new LinkedHashMap<>();
        query.facts().forEach(fact -> values.put(fact.name(), fact.value()));
        values.put(RouteDefinition.PRODUCT, query.productCode());
        values.put(RouteDefinition.AMOUNT, query.principalFen().toString());
        return values;
    }

    static RouteDecisionView decision(RouteDecision decision) {
        return new RouteDecisionView(
                decision.facts().orderNo(),
                decision.attempt(),
                decision.route(),
                decision.version(),
                decision.decision().ruleName(),
                decision.outcome().name(),
                decision.schemeCode(),
                decision.leadAlone(),
                decision.decision().problem(),
                decision.day(),
                new TreeMap<>(decision.facts().values())
                        .entrySet().stream()
                                .map(fact -> new FactView(fact.getKey(), String.valueOf(fact.getValue())))
                                .toList(),
                decision.decision().candidates().stream()
                        .map(RouteViews::candidate)
                        .toList());
    }

    private static CandidateView candidate(Candidate candidate) {
        return new CandidateView(
                candidate.scheme(),
                candidate.result().name(),
                nameOf(candidate.reason()),
                candidate.institution(),
                candidate.detail());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static QuotaView quota(Quota quota) {
        return new QuotaView(
                quota.institutionCode(),
                quota.dimension().name(),
                quota.period(),
                quota.limitFen(),
                quota.reservedFen(),
                quota.usedFen(),
                quota.headroomFen());
    }
}
