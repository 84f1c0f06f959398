package io.jointlending.fund.route.text;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.Section;
import io.jointlending.fund.route.domain.FactType;
import io.jointlending.fund.route.domain.FundTerms;
import io.jointlending.fund.route.domain.Pick;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.RouteRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a route of its tree, and reports every property that is unknown, missing or of the wrong type. */
final class RouteReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]{0,31}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{1,32}");
    private static final String SHARE = "shareFen";

    private final Findings findings;

    RouteReader(Findings findings) {
        this.findings = findings;
    }

    /** The definition, or null if a part without which nothing else can be checked is missing. */
    @Nullable
    RouteDefinition read(Tree tree) {
        Section all = Section.of(tree, Place.of(), findings)
                .allow(
                        "route",
                        "version",
                        "products",
                        "facts",
                        "funds",
                        "costs",
                        "rules",
                        "otherwise",
                        "attempts",
                        "lastResort");
        all.needs(Rule.SYNTAX, "route", "version", "products", "facts", "otherwise", "attempts");
        all.needs(Rule.LAST_RESORT, "lastResort");
        String route = named(all, "route", NAME);
        Integer version = all.number("version");
        Integer attempts = all.number("attempts");
        String lastResort = all.text("lastResort");
        Map<String, FactType> facts = facts(all.section("facts"));
        ConditionReader conditions = new ConditionReader(facts, findings);
        Map<String, FundTerms> funds = funds(all.section("funds"), conditions);
        Map<String, Integer> costs = costs(all.section("costs"));
        List<RouteRule> rules = rules(all, conditions);
        Pick otherwise = pick(all.section("otherwise"));
        findings.require(
                version == null || version >= 1, Rule.VERSION, Place.of("version"), "versions are 1, 2, 3 and so on");
        findings.require(
                lastResort == null
                        || lastResort.equals(RouteDefinition.PARK)
                        || CODE.matcher(lastResort).matches(),
                Rule.LAST_RESORT,
                Place.of("lastResort"),
                "lastResort must be park or the code of a scheme, this is " + lastResort);
        if (route == null || version == null || attempts == null || lastResort == null || otherwise == null) {
            return null;
        }
        return new RouteDefinition(
                route, version, codes(all, "products"), facts, funds, costs, rules, otherwise, attempts, lastResort);
    }

    private Map<String, FactType> facts(Section section) {
        Map<String, FactType> facts = new LinkedHashMap<>();
        for (String name : section.names()) {
            findings.require(
                    FACT.matcher(name).matches() && !name.equals(SHARE),
                    Rule.FACT,
                    section.place().at(name),
                    "'" + name + "' is no name for a fact");
            FactType type = new FactReader(findings).read(name, section.section(name));
            if (type != null) {
                facts.put(name, type);
            }
        }
        return facts;
    }

    private Map<String, FundTerms> funds(Section section, ConditionReader conditions) {
        Map<String, FundTerms> funds = new LinkedHashMap<>();
        for (String fund : section.names()) {
            code(fund, section.place().at(fund));
            Section accept = section.section(fund).allow("accept").section("accept");
            funds.put(fund, conditions.terms(accept, SHARE));
        }
        return funds;
    }

    private Map<String, Integer> costs(Section section) {
        Map<String, Integer> costs = new LinkedHashMap<>();
        for (String scheme : section.names()) {
            code(scheme, section.place().at(scheme));
            Integer cost = section.number(scheme);
            if (cost != null) {
                costs.put(scheme, cost);
            }
        }
        return costs;
    }

    private List<RouteRule> rules(Section all, ConditionReader conditions) {
        List<RouteRule> rules = new ArrayList<>();
        List<Tree> written = all.list("rules");
        for (int i = 0; i < written.size(); i++) {
            Section rule = Section.of(written.get(i), Place.of("rules").at(i), findings)
                    .allow("name", "when", "pick");
            rule.needs(Rule.SYNTAX, "name", "when", "pick");
            String name = named(rule, "name", NAME);
            Tree when = rule.tree("when");
            Pick pick = pick(rule.section("pick"));
            if (name != null && when != null && pick != null) {
                rules.add(new RouteRule(name, conditions.ways(when, rule.place().at("when")), pick));
            }
        }
        return rules;
    }

    private @Nullable Pick pick(Section section) {
        if (section.names().isEmpty()) {
            return null;
        }
        Pick.Order order = Arrays.stream(Pick.Order.values())
                .filter(candidate -> section.has(candidate.word()))
                .findFirst()
                .orElse(null);
        if (order == null || section.names().size() > 1) {
            findings.add(Rule.PICK, section.place(), "a pick is one of priority, weight and cost");
            return null;
        }
        if (order == Pick.Order.WEIGHT) {
            return new Pick(order, weighted(section.section(order.word())));
        }
        return new Pick(order, Pick.priority(codes(section, order.word())).choices());
    }

    private List<Pick.Choice> weighted(Section weights) {
        List<Pick.Choice> choices = new ArrayList<>();
        for (String scheme : weights.names()) {
            code(scheme, weights.place().at(scheme));
            Integer weight = weights.number(scheme);
            if (weight != null) {
                choices.add(new Pick.Choice(scheme, weight));
            }
        }
        return choices;
    }

    private List<String> codes(Section section, String name) {
        List<String> codes = new ArrayList<>();
        List<Tree> written = section.list(name);
        for (int i = 0; i < written.size(); i++) {
            Place place = section.place().at(name).at(i);
            if (written.get(i) instanceof Tree.Text text) {
                code(text.value(), place);
                codes.add(text.value());
            } else {
                findings.add(Rule.SYNTAX, place, "a code is a text, this is " + written.get(i));
            }
        }
        return codes;
    }

    private void code(String code, Place place) {
        findings.require(CODE.matcher(code).matches(), Rule.SYNTAX, place, "'" + code + "' is no code");
    }

    private @Nullable String named(Section section, String name, Pattern form) {
        String text = section.text(name);
        findings.require(
                text == null || form.matcher(text).matches(),
                Rule.SYNTAX,
                section.place().at(name),
                name + " must be small letters, digits and dashes, at most 32, this is " + text);
        return text;
    }
}
