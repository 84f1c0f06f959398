package io.jointlending.fund.task;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.support.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trees from JSON and back, for tests. */
final class Trees {
    private Trees() {}

    static Tree read(String json) {
        Findings findings = new Findings();
        return SourceReader.read(json, findings)
                .orElseThrow(() -> new IllegalArgumentException(findings.all().toString()))
                .tree();
    }

    static String write(Tree tree) {
        return Json.write(plain(tree));
    }

    private static Object plain(Tree tree) {
        if (tree instanceof Tree.Fields some) {
            Map<String, Object> fields = new LinkedHashMap<>();
            some.fields().forEach((name, value) -> fields.put(name, plain(value)));
            return fields;
        }
        if (tree instanceof Tree.Items some) {
            return some.items().stream().map(Trees::plain).toList();
        }
        if (tree instanceof Tree.Numeral number) {
            return number.value();
        }
        return tree instanceof Tree.Flag flag ? flag.value() : tree instanceof Tree.Text text ? text.value() : "";
    }
}
