package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Named values at one place of a definition. Nothing is converted: what has the wrong type is reported and counts as missing. */
public final class Section {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final Map<String, Tree> fields;
    private final Place place;
    private final Findings findings;

    private Section(Map<String, Tree> fields, Place place, Findings findings) {
        this.fields = fields;
        this.place = place;
        this.findings = findings;
    }

    /** The section of a tree; an empty one if the tree is something else. */
    public static Section of(Tree tree, Place place, Findings findings) {
        if (tree instanceof Tree.Fields some) {
            return new Section(some.fields(), place, findings);
        }
        findings.add(Rule.SYNTAX, place, "named values are expected here");
        return new Section(Map.of(), place, findings);
    }

    /** Reports every name but these. */
    public Section allow(String... names) {
        Set<String> known = Set.of(names);
        for (String name : fields.keySet()) {
            findings.require(known.contains(name), Rule.SYNTAX, place.at(name), "unknown property '" + name + "'");
        }
        return this;
    }

    /** Where this is. */
    public Place place() {
        return place;
    }

    /** The names that are written here. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** Whether a value is written, and not null. */
    public boolean has(String name) {
        return fields.containsKey(name) && !(fields.get(name) instanceof Tree.Nil);
    }

    /** The value of a name, or null. */
    public @Nullable Tree tree(String name) {
        return has(name) ? fields.get(name) : null;
    }

    /** A part; an empty one if there is none. */
    public Section section(String name) {
        Tree tree = tree(name);
        return tree == null ? new Section(Map.of(), place.at(name), findings) : of(tree, place.at(name), findings);
    }

    /** The values of a list; none if there is no list. */
    public List<Tree> list(String name) {
        Tree tree = tree(name);
        if (tree instanceof Tree.Items items) {
            return items.items();
        }
        if (tree != null) {
            findings.add(Rule.SYNTAX, place.at(name), "a list is expected here");
        }
        return List.of();
    }

    /** A text, or null. */
    public @Nullable String text(String name) {
        return typed(name, ValueType.STRING, String.class);
    }

    /** A whole number of 32 bits, or null. */
    public @Nullable Integer number(String name) {
        Long number = typed(name, ValueType.LONG, Long.class);
        if (number != null && (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE)) {
            findings.add(Rule.SYNTAX, place.at(name), name + " is out of range");
            return null;
        }
        return number == null ? null : number.intValue();
    }

    @Nullable
    Duration duration(String name) {
        return parsed(name, Section::durationOf, "a time such as 500ms, 30s, 10m, 2h or 3d");
    }

    @Nullable
    Pointer pointer(String name) {
        return parsed(name, text -> Pointer.isPointer(text) ? new Pointer(text) : null, "a pointer such as /body/code");
    }

    <T> @Nullable T parsed(String name, Function<String, @Nullable T> parse, String expected) {
        String text = text(name);
        T value = text == null ? null : parse.apply(text);
        if (text != null && value == null) {
            findings.add(Rule.SYNTAX, place.at(name), name + " must be " + expected + ", this is " + text);
        }
        return value;
    }

    /** Reports that a property is missing unless it is there or was reported already. */
    public boolean needs(Rule rule, String... names) {
        boolean all = true;
        for (String name : names) {
            if (!has(name)) {
                findings.add(rule, place, "'" + name + "' is missing");
                all = false;
            }
        }
        return all;
    }

    /** A value of this type, or null. */
    public <T> @Nullable T typed(String name, ValueType type, Class<T> java) {
        Tree tree = tree(name);
        if (tree == null) {
            return null;
        }
        Object value = type.read(tree).orElse(null);
        if (value == null) {
            findings.add(
                    Rule.SYNTAX,
                    place.at(name),
                    name + " must be a " + type.word() + ", this is " + kind(tree)
                            + (type == ValueType.STRING && tree.isLeaf() ? ": write it in quotes" : ""));
            return null;
        }
        return java.cast(value);
    }

    static @Nullable Duration durationOf(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long unit = MILLIS.getOrDefault(matcher.group(2), 0L);
        return Duration.ofMillis(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
    }

    private static String kind(Tree tree) {
        if (tree instanceof Tree.Numeral number) {
            return "the number " + number;
        }
        if (tree instanceof Tree.Flag flag) {
            return "the truth value " + flag;
        }
        if (tree instanceof Tree.Text text) {
            return "the text " + text;
        }
        return tree instanceof Tree.Items ? "a list" : "a set of named values";
    }
}
