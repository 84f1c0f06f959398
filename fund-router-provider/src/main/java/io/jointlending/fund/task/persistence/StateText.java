package io.jointlending.fund.task.persistence;

import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.machine.Phase;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.TreeText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state of a task as the JSON of the column {@code scope}, beside what has columns of its own. */
final class StateText {
    private StateText() {}

    static String write(TaskState state) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        put(fields, "cameFrom", state.cameFrom());
        fields.put("requests", Tree.Numeral.of(state.requests()));
        Map<String, Tree> tries = new LinkedHashMap<>();
        new TreeMap<>(state.tries()).forEach((branch, times) -> tries.put(branch, Tree.Numeral.of(times)));
        fields.put("tries", new Tree.Fields(tries));
        fields.put("notSent", Tree.Numeral.of(state.notSent()));
        fields.put(
                "spent",
                new Tree.Items(new TreeSet<>(state.spent())
                        .stream().<Tree>map(Tree.Text::new).toList()));
        fields.put("untilMs", Tree.Numeral.of(state.until().toMillis()));
        Outcome outcome = state.outcome();
        put(fields, "outcome", outcome == null ? null : outcome.name());
        fields.put("input", state.input());
        fields.put("out", state.out());
        return TreeText.write(new Tree.Fields(fields));
    }

    static TaskState read(FundTaskRow row) {
        Map<String, Tree> fields = TreeText.readFields(row.scope()).fields();
        Map<String, Integer> tries = new TreeMap<>();
        fieldsOf(fields, "tries").fields().forEach((branch, times) -> tries.put(branch, number(times)));
        Set<String> spent = new LinkedHashSet<>();
        if (fields.get("spent") instanceof Tree.Items some) {
            some.items().forEach(step -> spent.add(String.valueOf(text(step))));
        }
        String outcome = text(fields.get("outcome"));
        return new TaskState(
                row.taskNo(),
                row.bizNo(),
                row.flow(),
                row.flowVersion(),
                row.step(),
                Phase.valueOf(row.phase()),
                text(fields.get("cameFrom")),
                row.reqNo(),
                number(fields.get("requests")),
                tries,
                number(fields.get("notSent")),
                spent,
                row.touched(),
                Duration.ofMillis(longNumber(fields.get("untilMs"))),
                fieldsOf(fields, "input"),
                fieldsOf(fields, "out"),
                outcome == null ? null : Outcome.valueOf(outcome));
    }

    private static void put(Map<String, Tree> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, new Tree.Text(value));
        }
    }

    private static Tree.Fields fieldsOf(Map<String, Tree> fields, String name) {
        return fields.get(name) instanceof Tree.Fields some ? some : Tree.Fields.empty();
    }

    private static @Nullable String text(@Nullable Tree tree) {
        return tree instanceof Tree.Text text ? text.value() : null;
    }

    private static int number(@Nullable Tree tree) {
        return Math.toIntExact(longNumber(tree));
    }

    private static long longNumber(@Nullable Tree tree) {
        if (tree instanceof Tree.Numeral number) {
            return number.value().longValueExact();
        }
        throw new IllegalStateException("a stored state lacks a number");
    }
}
