package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an answer: what the code means, and the values to take. An answer that is not as declared says nothing. */
public final class Answers {
    private Answers() {}

    /**
     * What was read.
     *
     * @param category meaning of the code, or null if the answer cannot be read
     * @param out values taken
     * @param why what is wrong with an answer that cannot be read
     */
    public record Reading(@Nullable Category category, Tree.Fields out, String why) {}

    /** Reads the answer to a step. */
    public static Reading read(FlowDefinition flow, Step.Answered step, Tree body) {
        OutField codeField = step.out().get(OutField.CODE);
        if (codeField == null) {
            throw new IllegalStateException("step " + step.name() + " of " + flow.flow() + " extracts no code");
        }
        Optional<Tree> code = codeField.at().in(body);
        if (code.isEmpty() || !(code.get() instanceof Tree.Text text)) {
            return unreadable("the code at " + codeField.at() + " is missing or no text");
        }
        Category category = flow.categoryOf(text.value());
        Tree.Fields out = Tree.Fields.empty();
        for (Map.Entry<String, OutField> entry : step.out().entrySet()) {
            OutField field = entry.getValue();
            if (field.when() == null || field.when() == category) {
                Optional<Tree> value = field.type() == ValueType.LIST
                        ? items(field, body)
                        : field.at().in(body);
                if (value.isEmpty() || field.type().read(value.get()).isEmpty()) {
                    return unreadable("the value at " + field.at() + " is missing or no "
                            + field.type().word());
                }
                out = out.with(entry.getKey(), value.get());
            }
        }
        return new Reading(category, out, "");
    }

    /**
     * A list with what is taken of each entry, by name. No value is a list of nothing and a single one a list of one, because
     * an XML document cannot say it otherwise. Empty if there is something else, or too much.
     */
    private static Optional<Tree> items(OutField field, Tree body) {
        Tree found = field.at().in(body).orElseGet(Tree.Nil::new);
        List<Tree> entries;
        if (found instanceof Tree.Items some) {
            entries = some.items();
        } else {
            entries = found instanceof Tree.Nil ? List.of() : List.of(found);
        }
        List<Tree> items = new ArrayList<>();
        for (Tree entry : entries) {
            Tree.Fields item = Tree.Fields.empty();
            for (Map.Entry<String, Pointer> name : field.item().entrySet()) {
                Tree value = name.getValue().in(entry).orElseGet(Tree.Nil::new);
                if (!value.isLeaf()) {
                    return Optional.empty();
                }
                item = value instanceof Tree.Nil ? item : item.with(name.getKey(), value);
            }
            items.add(item);
        }
        return items.size() > OutField.MOST_ITEMS || entries.stream().anyMatch(Tree::isLeaf)
                ? Optional.empty()
                : Optional.of(new Tree.Items(items));
    }

    private static Reading unreadable(String why) {
        return new Reading(null, Tree.Fields.empty(), why);
    }
}
