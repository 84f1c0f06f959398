package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what a caller supplied with what a definition declares. */
final class Inputs {
    private Inputs() {}

    /** The first declared input that holds something else; a missing one is told where it is needed. */
    static Optional<String> mismatch(Map<String, ValueType> declared, Tree.Fields input) {
        return declared.entrySet().stream()
                .flatMap(entry -> values(List.of(entry.getKey().split("\\.", -1)), input)
                        .filter(value -> !(value instanceof Tree.Nil)
                                && entry.getValue().read(value).isEmpty())
                        .map(value -> "input " + entry.getKey() + " is not a "
                                + entry.getValue().word()))
                .findFirst();
    }

    /** Every value at a path; a list on the way stands for each of its entries. */
    private static Stream<Tree> values(List<String> path, Tree tree) {
        if (path.isEmpty()) {
            return Stream.of(tree);
        }
        if (tree instanceof Tree.Items items) {
            return items.items().stream().flatMap(item -> values(path, item));
        }
        return tree.at(path.subList(0, 1)).stream().flatMap(next -> values(path.subList(1, path.size()), next));
    }
}
