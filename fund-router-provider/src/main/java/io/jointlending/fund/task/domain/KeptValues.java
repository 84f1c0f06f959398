package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of an institution's message: the values that the definition takes, where they stood. An answer may repeat a
 * name or a card number; what nobody asked for is stored nowhere.
 */
public final class KeptValues {
    private KeptValues() {}

    /** What a step takes of an answer. */
    public static Tree ofStep(Step.Answered step, Tree message) {
        return keep(message, pathsOf(step));
    }

    /** What the callback steps for this event take, in any of these flows. */
    public static Tree ofEvent(Collection<FlowDefinition> flows, String event, Tree message) {
        List<Path> paths = new ArrayList<>();
        for (FlowDefinition flow : flows) {
            for (Step step : flow.steps().values()) {
                if (step instanceof Step.Callback callback && callback.event().equals(event)) {
                    paths.addAll(pathsOf(callback));
                    paths.add(Path.of(callback.match(), false));
                    paths.add(Path.of(callback.dedup(), false));
                }
            }
        }
        return keep(message, paths);
    }

    private record Path(List<String> names, boolean whole) {
        static Path of(Pointer pointer, boolean whole) {
            List<String> names = new ArrayList<>();
            for (String name : pointer.text().substring(1).split("/", -1)) {
                names.add(name.replace("~1", "/").replace("~0", "~"));
            }
            return new Path(names, whole);
        }

        Path below() {
            return new Path(names.subList(1, names.size()), whole);
        }
    }

    private static List<Path> pathsOf(Step.Answered step) {
        List<Path> paths = new ArrayList<>();
        for (OutField field : step.out().values()) {
            paths.add(Path.of(field.at(), field.type() == ValueType.LIST || field.type() == ValueType.TREE));
        }
        return paths;
    }

    /** A value that a path ends at stays as it is, but for a container where a scalar is expected: that stays, empty. */
    private static Tree keep(Tree message, List<Path> paths) {
        boolean endsHere = paths.stream().anyMatch(path -> path.names().isEmpty() && path.whole());
        if (message.isLeaf() || endsHere) {
            return message;
        }
        if (message instanceof Tree.Items some) {
            List<Tree> items = new ArrayList<>();
            for (int i = 0; i < some.items().size(); i++) {
                List<Path> below = below(paths, String.valueOf(i));
                if (!below.isEmpty()) {
                    while (items.size() < i) {
                        items.add(new Tree.Nil());
                    }
                    items.add(keep(some.items().get(i), below));
                }
            }
            return new Tree.Items(items);
        }
        Map<String, Tree> fields = new LinkedHashMap<>();
        ((Tree.Fields) message).fields().forEach((name, value) -> {
            List<Path> below = below(paths, name);
            if (!below.isEmpty()) {
                fields.put(name, keep(value, below));
            }
        });
        return new Tree.Fields(fields);
    }

    private static List<Path> below(List<Path> paths, String name) {
        return paths.stream()
                .filter(path -> !path.names().isEmpty() && path.names().get(0).equals(name))
                .map(Path::below)
                .toList();
    }
}
