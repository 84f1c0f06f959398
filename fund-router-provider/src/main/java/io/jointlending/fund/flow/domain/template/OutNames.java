package io.jointlending.fund.flow.domain.template;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which extracted values a template cannot do without. */
public final class OutNames {
    private OutNames() {}

    /** Names under {@code out} that have to be set before this template can be filled in. */
    public static Set<String> neededBy(Template template) {
        Set<String> names = new TreeSet<>();
        collect(template, names);
        return names;
    }

    private static void collect(Template template, Set<String> names) {
        if (template instanceof Template.FieldsOf some) {
            some.fields().values().forEach(field -> collect(field, names));
        } else if (template instanceof Template.ItemsOf some) {
            some.items().forEach(item -> collect(item, names));
        } else if (template instanceof Template.Each each) {
            add(each.list(), names);
            collect(each.item(), names);
        } else if (template instanceof Template.Expression expression) {
            List<String> path = expression.path();
            if (path != null && !expression.optional()) {
                add(path, names);
            }
        }
    }

    private static void add(List<String> path, Set<String> names) {
        if (path.get(0).equals("out")) {
            names.add(String.join(".", path.subList(1, path.size())));
        }
    }
}
