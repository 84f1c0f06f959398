package io.jointlending.fund.route.text;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import io.jointlending.fund.flow.text.Section;
import io.jointlending.fund.route.domain.FactType;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.rule.domain.Words;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what one fact may be. */
final class FactReader {
    private final Findings findings;

    FactReader(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    FactType read(String name, Section section) {
        section.needs(Rule.FACT, "type");
        String type = section.text("type");
        FactType fact = type == null ? null : ofType(type, section);
        if (fact != null) {
            boolean number = name.equals(RouteDefinition.AMOUNT) || name.equals(RouteDefinition.TERMS);
            findings.require(
                    number == (fact.kind() == FactType.Kind.LONG)
                            || !RouteDefinition.factsOfOrders().contains(name),
                    Rule.FACT,
                    section.place(),
                    "the fact " + name + " of an order is a " + (number ? "long" : "text") + ", not a " + type);
        }
        return fact;
    }

    private @Nullable FactType ofType(String type, Section section) {
        switch (type) {
            case "enum" -> {
                section.allow("type", "values").needs(Rule.FACT, "values");
                return new FactType(FactType.Kind.ENUM, Words.of(values(section)));
            }
            case "long" -> {
                section.allow("type", "min", "max").needs(Rule.FACT, "min", "max");
                Long min = section.typed("min", ValueType.LONG, Long.class);
                Long max = section.typed("max", ValueType.LONG, Long.class);
                if (min == null || max == null) {
                    return null;
                }
                findings.require(min <= max, Rule.FACT, section.place(), "min is above max");
                return FactType.number(min, max);
            }
            case "string" -> {
                section.allow("type");
                return FactType.text();
            }
            default -> {
                findings.add(
                        Rule.FACT, section.place().at("type"), "a fact is an enum, a long or a string, not " + type);
                return null;
            }
        }
    }

    private Set<String> values(Section section) {
        Set<String> values = new TreeSet<>();
        for (Tree value : section.list("values")) {
            if (value instanceof Tree.Text text) {
                values.add(text.value());
            } else {
                findings.add(
                        Rule.FACT, section.place().at("values"), "a value is a text, write " + value + " in quotes");
            }
        }
        return values;
    }
}
