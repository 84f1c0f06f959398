package io.jointlending.fund.route.domain;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.rule.domain.Allowed;
import io.jointlending.fund.rule.domain.Box;
import io.jointlending.fund.rule.domain.Coverage;
import io.jointlending.fund.rule.domain.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What can be said of a route with the schemes that it names: checked before a version is activated. */
public final class SchemeChecks {
    private final RouteDefinition route;
    private final Map<String, Scheme> known;
    private final Predicate<String> cancels;
    private final Findings findings;
    private final Coverage coverage;

    private SchemeChecks(
            RouteDefinition route, Map<String, Scheme> known, Predicate<String> cancels, Findings findings) {
        this.route = route;
        this.known = known;
        this.cancels = cancels;
        this.findings = findings;
        this.coverage = new Coverage(route.everything());
    }

    /**
     * Rules about schemes.
     *
     * @param known schemes by code; one that is missing does not exist
     * @param cancels whether an institution can take back what it has agreed to
     */
    public static void check(
            RouteDefinition route, Map<String, Scheme> known, Predicate<String> cancels, Findings findings) {
        new SchemeChecks(route, known, cancels, findings).check();
    }

    private void check() {
        for (String fact : route.facts().keySet()) {
            findings.require(
                    RouteDefinition.factsOfOrders().contains(fact),
                    Rule.FACT,
                    Place.of("facts", fact),
                    "no order brings the fact " + fact + ", they bring " + sorted(RouteDefinition.factsOfOrders()));
        }
        for (int i = 0; i < route.rules().size(); i++) {
            RouteRule rule = route.rules().get(i);
            pick(rule.pick(), RouteChecks.placeOfRule(i).at("pick"), "rule " + rule.name(), rule.when());
        }
        pick(route.otherwise(), Place.of("otherwise"), "otherwise", List.of(Box.ANY));
        route.lastScheme().ifPresent(this::lastResort);
        funds();
    }

    private void pick(Pick pick, Place place, String who, List<Box> when) {
        for (String code : pick.schemes()) {
            Scheme scheme = known.get(code);
            if (scheme == null) {
                findings.add(Rule.SCHEME, place, "there is no scheme " + code);
                continue;
            }
            cancel(scheme, place);
            if (!usable(scheme, when)) {
                findings.add(
                        Rule.SCHEME, place, who + " can never use " + code + ": its institutions take no such order");
            }
        }
    }

    /** Whether some order of the rule is taken by every external institution of the scheme. */
    private boolean usable(Scheme scheme, List<Box> when) {
        for (Box way : when) {
            Box box = coverage.possible(way);
            List<Scheme.Share> shares = scheme.shares();
            for (int i = 0; i < shares.size(); i++) {
                FundTerms terms = route.funds().get(shares.get(i).institutionCode());
                if (shares.get(i).external() && terms != null) {
                    box = box.and(terms.accept()).with(RouteDefinition.AMOUNT, principals(scheme, i, terms.shareFen()));
                }
            }
            if (box.contradiction().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The principals of which an institution's part is among these; a part never shrinks when the principal grows. */
    private Numbers principals(Scheme scheme, int seat, Numbers parts) {
        Allowed amounts = route.everything().get(RouteDefinition.AMOUNT);
        if (!(amounts instanceof Numbers numbers) || numbers.isEmpty() || parts.equals(Numbers.ALL)) {
            return Numbers.ALL;
        }
        long lowest = Math.max(1, numbers.ranges().get(0).from());
        long highest = numbers.ranges().get(numbers.ranges().size() - 1).to();
        List<Numbers.Range> principals = new ArrayList<>();
        for (Numbers.Range part : parts.ranges()) {
            long from = firstWithPart(scheme, seat, part.from(), lowest, highest);
            long to = part.to() == Long.MAX_VALUE
                    ? highest
                    : firstWithPart(scheme, seat, part.to() + 1, lowest, highest) - 1;
            long first = Math.max(from, lowest);
            if (first <= Math.min(to, highest)) {
                principals.add(new Numbers.Range(first, Math.min(to, highest)));
            }
        }
        return new Numbers(principals).and(Numbers.ALL);
    }

    /** The smallest principal of which the part is at least this, or one above the highest, by halving. */
    private static long firstWithPart(Scheme scheme, int seat, long part, long lowest, long highest) {
        long low = lowest;
        long high = highest;
        if (scheme.contributions(high)[seat] < part) {
            return high == Long.MAX_VALUE ? high : high + 1;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (scheme.contributions(middle)[seat] >= part) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void cancel(Scheme scheme, Place place) {
        List<Scheme.Share> external = scheme.external();
        for (int i = 0; i + 1 < external.size(); i++) {
            String fund = external.get(i).institutionCode();
            findings.require(
                    cancels.test(fund),
                    Rule.CANCEL,
                    place,
                    "scheme " + scheme.code() + " has " + external.size() + " external institutions and " + fund
                            + " has no cancel flow");
        }
    }

    private void lastResort(String code) {
        Scheme scheme = known.get(code);
        if (scheme == null) {
            findings.add(Rule.LAST_RESORT, Place.of("lastResort"), "there is no scheme " + code);
        } else {
            findings.require(
                    scheme.external().isEmpty(),
                    Rule.LAST_RESORT,
                    Place.of("lastResort"),
                    "the scheme " + code + " of last resort needs an external institution");
        }
    }

    private void funds() {
        Set<String> funding = new HashSet<>();
        route.schemes().stream()
                .map(known::get)
                .filter(scheme -> scheme != null)
                .forEach(scheme -> scheme.external().forEach(share -> funding.add(share.institutionCode())));
        for (String fund : route.funds().keySet()) {
            findings.require(
                    funding.contains(fund),
                    Rule.FUND,
                    Place.of("funds", fund),
                    "no scheme of this route has an external institution " + fund);
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
