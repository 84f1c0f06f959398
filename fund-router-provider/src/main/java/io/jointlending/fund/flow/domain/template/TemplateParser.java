package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a template of the tree under {@code request}. */
public final class TemplateParser {
    private static final String EACH = "$each";
    private static final Template NOTHING = new Template.Literal(new Tree.Nil());

    private final Findings findings;

    /** A parser that reports here. */
    public TemplateParser(Findings findings) {
        this.findings = findings;
    }

    /** The template of this tree; a part that cannot be read is reported and stands as null. */
    public Template parse(Tree tree, Place place) {
        if (tree instanceof Tree.Fields fields) {
            return fields.fields().containsKey(EACH) ? each(fields, place) : fieldsOf(fields, place);
        }
        if (tree instanceof Tree.Items items) {
            List<Template> parts = new ArrayList<>();
            for (int i = 0; i < items.items().size(); i++) {
                parts.add(parse(items.items().get(i), place.at(i)));
            }
            return new Template.ItemsOf(parts);
        }
        if (tree instanceof Tree.Text text && ExpressionParser.isExpression(text.value())) {
            return expression(text.value(), place);
        }
        return new Template.Literal(tree);
    }

    private Template fieldsOf(Tree.Fields fields, Place place) {
        Map<String, Template> parts = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> {
            findings.require(
                    !name.startsWith("$") && !name.contains("${"),
                    Rule.EXPRESSION,
                    place.at(name),
                    "a field name is a plain text, and " + EACH + " stands only beside item: " + name);
            parts.put(name, parse(value, place.at(name)));
        });
        return new Template.FieldsOf(parts);
    }

    private Template each(Tree.Fields fields, Place place) {
        Tree list = fields.fields().get(EACH);
        Tree item = fields.fields().get("item");
        if (!(list instanceof Tree.Text path) || item == null || fields.fields().size() != 2) {
            findings.add(
                    Rule.EXPRESSION, place, EACH + " takes the path of a list, with item beside it and nothing else");
            return NOTHING;
        }
        if (!path.value().matches("[a-zA-Z]\\w{0,63}(\\.[a-zA-Z]\\w{0,63}){0,9}")) {
            findings.add(Rule.EXPRESSION, place.at(EACH), EACH + " takes the path of a list, this is " + path.value());
            return NOTHING;
        }
        return new Template.Each(List.of(path.value().split("\\.", -1)), parse(item, place.at("item")));
    }

    private Template expression(String text, Place place) {
        try {
            return ExpressionParser.parse(text);
        } catch (BadExpression e) {
            findings.add(e.rule(), place, String.valueOf(e.getMessage()));
            return NOTHING;
        }
    }
}
