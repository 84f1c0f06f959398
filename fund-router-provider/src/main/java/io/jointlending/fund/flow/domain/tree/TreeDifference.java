package io.jointlending.fund.flow.domain.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one tree changes of another, value by value. */
public final class TreeDifference {
    private TreeDifference() {}

    /**
     * A value that differs.
     *
     * @param place names and positions that lead to it, joined by slashes
     * @param was old value, or null if it was added
     * @param now new value, or null if it was removed
     */
    public record Change(String place, @Nullable Tree was, @Nullable Tree now) {
        /** One line: the place with {@code +}, {@code -} or {@code ~} before it, and the values. */
        public String text() {
            if (was == null) {
                return "+ " + place + ": " + now;
            }
            return now == null ? "- " + place + ": " + was : "~ " + place + ": " + was + " -> " + now;
        }
    }

    /** The changes, in the order of the old tree and then of the new one. */
    public static List<Change> between(Tree was, Tree now) {
        List<Change> changes = new ArrayList<>();
        compare("", was, now, changes);
        return changes;
    }

    private static void compare(String place, @Nullable Tree was, @Nullable Tree now, List<Change> changes) {
        Map<String, Tree> before = parts(was);
        Map<String, Tree> after = parts(now);
        boolean bothHaveParts =
                was != null && now != null && !was.isLeaf() && !now.isLeaf() && was.getClass() == now.getClass();
        if (bothHaveParts) {
            Set<String> names = new LinkedHashSet<>(before.keySet());
            names.addAll(after.keySet());
            for (String name : names) {
                compare(place.isEmpty() ? name : place + "/" + name, before.get(name), after.get(name), changes);
            }
        } else if (was == null || !was.equals(now)) {
            changes.add(new Change(place, was, now));
        }
    }

    private static Map<String, Tree> parts(@Nullable Tree tree) {
        if (tree instanceof Tree.Fields some) {
            return some.fields();
        }
        Map<String, Tree> parts = new LinkedHashMap<>();
        if (tree instanceof Tree.Items some) {
            for (int i = 0; i < some.items().size(); i++) {
                parts.put(String.valueOf(i), some.items().get(i));
            }
        }
        return parts;
    }
}
