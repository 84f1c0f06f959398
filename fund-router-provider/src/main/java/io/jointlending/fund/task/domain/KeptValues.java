package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
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
                    paths.add(Path.of(callback.match()));
                    paths.add(Path.of(callback.dedup()));
                }
            }
        }
        return keep(message, paths);
    }

    /**
     * Where a value stands.
     *
     * @param item of a list, where the values stand that are kept of each entry
     */
    private record Path(List<String> names, List<Path> item) {
        static Path of(OutField field) {
            List<Path> item = field.item().values().stream().map(Path::of).toList();
            return new Path(of(field.at()).names(), item);
        }

        static Path of(Pointer pointer) {
            List<String> names = new ArrayList<>();
            for (String name : pointer.text().substring(1).split("/", -1)) {
                names.add(name.replace("~1", "/").replace("~0", "~"));
            }
            return new Path(names, List.of());
        }

        Path below() {
            return new Path(names.subList(1, names.size()), item);
        }
    }

    private static List<Path> pathsOf(Step.Answered step) {
        List<Path> paths = new ArrayList<>();
        for (OutField field : step.out().values()) {
            paths.add(Path.of(field));
        }
        return paths;
    }

    /** A value that a path ends at stays as it is, but for a container where a scalar is expected: that stays, empty. */
    private static Tree keep(Tree message, List<Path> paths) {
        if (message.isLeaf()) {
            return message;
        }
        List<Path> ofEntry = paths.stream()
                .filter(path -> path.names().isEmpty())
                .flatMap(path -> path.item().stream())
                .toList();
        if (!ofEntry.isEmpty()) {
            return message instanceof Tree.Items list
                    ? new Tree.Items(list.items().stream()
                            .map(entry -> keep(entry, ofEntry))
                            .toList())
                    : keep(message, ofEntry);
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
