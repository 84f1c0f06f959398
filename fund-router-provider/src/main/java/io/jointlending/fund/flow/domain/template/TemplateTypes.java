package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a template against the declared inputs, the extracted values and the processors, before anything is sent. */
public final class TemplateTypes {
    private final Map<String, ValueType> input;
    private final Map<String, ValueType> out;
    private final ProcessorRegistry processors;
    private final Findings findings;

    /**
     * @param input declared inputs by path
     * @param out values that any step extracts, by name
     */
    public TemplateTypes(
            Map<String, ValueType> input, Map<String, ValueType> out, ProcessorRegistry processors, Findings findings) {
        this.input = input;
        this.out = out;
        this.processors = processors;
        this.findings = findings;
    }

    /** Checks a template that stands here. */
    public void check(Template template, Place place) {
        part(template, place, null);
    }

    private void part(Template template, Place place, @Nullable String item) {
        if (template instanceof Template.FieldsOf some) {
            some.fields().forEach((name, field) -> part(field, place.at(name), item));
        } else if (template instanceof Template.ItemsOf some) {
            for (int i = 0; i < some.items().size(); i++) {
                part(some.items().get(i), place.at(i), item);
            }
        } else if (template instanceof Template.Each each) {
            Optional<ValueType> list = typeOf(each.list(), place.at("$each"), item);
            if (list.isPresent()) {
                findings.require(
                        list.get() == ValueType.LIST,
                        Rule.INPUT,
                        place.at("$each"),
                        "$each takes a list, " + String.join(".", each.list()) + " is a "
                                + list.get().word());
                part(each.item(), place.at("item"), declaredName(each.list(), item));
            }
        } else if (template instanceof Template.Expression expression) {
            expression(expression, place, item);
        }
    }

    private void expression(Template.Expression expression, Place place, @Nullable String item) {
        List<ValueType> piped = new ArrayList<>();
        List<String> path = expression.path();
        if (path != null) {
            Optional<ValueType> type = typeOf(path, place, item);
            if (type.isEmpty()) {
                return;
            }
            piped.add(type.get());
        }
        for (Template.Call call : expression.calls()) {
            BoundProcessor processor = processors.find(call.processor()).orElse(null);
            if (processor == null) {
                findings.add(Rule.PROCESSOR, place, "no processor '" + call.processor() + "'");
                return;
            }
            List<ValueType> given = new ArrayList<>(piped);
            call.literals().forEach(value -> given.add(value instanceof Long ? ValueType.LONG : ValueType.STRING));
            if (!takes(processor, given)) {
                findings.add(
                        Rule.PROCESSOR,
                        place,
                        processor.name() + " takes " + processor.takes() + ", given " + BoundProcessor.words(given));
                return;
            }
            piped = List.of(processor.out());
        }
    }

    private static boolean takes(BoundProcessor processor, List<ValueType> given) {
        if (processor.in().size() != given.size()) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!processor.in().get(i).accepts(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<ValueType> typeOf(List<String> path, Place place, @Nullable String item) {
        String root = path.get(0);
        if (root.equals("out")) {
            String name = String.join(".", path.subList(1, path.size()));
            ValueType type = out.get(name);
            findings.require(type != null, Rule.INPUT, place, "no step extracts out." + name);
            return Optional.ofNullable(type);
        }
        if (root.equals("item") && (item == null || path.size() < 2)) {
            findings.add(Rule.INPUT, place, "item stands for an entry of a list: use item.name inside $each");
            return Optional.empty();
        }
        String declared = declaredName(path, item);
        ValueType type = input.get(declared);
        if (type == null) {
            findings.add(Rule.INPUT, place, declared + " is not a declared input");
        } else if (!root.equals("item") && insideList(declared)) {
            findings.add(Rule.INPUT, place, declared + " is inside a list: use $each and item");
            return Optional.empty();
        }
        return Optional.ofNullable(type);
    }

    private static String declaredName(List<String> path, @Nullable String item) {
        String written = String.join(".", path);
        return item != null && path.get(0).equals("item") ? item + written.substring("item".length()) : written;
    }

    private boolean insideList(String declared) {
        for (int dot = declared.indexOf('.'); dot > 0; dot = declared.indexOf('.', dot + 1)) {
            if (input.get(declared.substring(0, dot)) == ValueType.LIST) {
                return true;
            }
        }
        return false;
    }
}
