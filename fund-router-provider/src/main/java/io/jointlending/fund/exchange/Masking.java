package io.jointlending.fund.exchange;

import io.jointlending.fund.exchange.codec.JsonCodec;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes messages fit for tables and logs. What a request marked as sensitive is replaced wherever a reply repeats it, and so is
 * every number as long as a mobile number, an ID number or a card that the request did not send openly.
 */
public final class Masking {
    private static final int MAX_CHARACTERS = 8_000;
    private static final Tree.Text STARS = new Tree.Text("***");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{11,}[0-9Xx]?");

    private final Set<String> sensitive = new HashSet<>();
    private final Set<String> open = new HashSet<>();

    private Masking() {}

    /** For messages without a request of ours, such as callbacks: only the long numbers are known. */
    public static Masking ofNumbers() {
        return new Masking();
    }

    /** For replies to this request. */
    public static Masking of(Rendering.Rendered request) {
        Masking masking = new Masking();
        masking.learn(request.tree(), request.masked());
        masking.open.removeAll(masking.sensitive);
        return masking;
    }

    /** A message as JSON of bounded length, fit to be stored. */
    public String json(Tree message) {
        return bounded(JsonCodec.write(tree(message)));
    }

    /** A request whose sensitive values are replaced already, as JSON of bounded length. */
    static String jsonOf(Tree masked) {
        return bounded(JsonCodec.write(masked));
    }

    /** The message with sensitive values replaced. */
    public Tree tree(Tree message) {
        if (message instanceof Tree.Fields some) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            some.fields().forEach((name, value) -> fields.put(name, tree(value)));
            return new Tree.Fields(fields);
        }
        if (message instanceof Tree.Items some) {
            return new Tree.Items(some.items().stream().map(this::tree).toList());
        }
        if (message instanceof Tree.Text text) {
            return new Tree.Text(text(text.value()));
        }
        if (message instanceof Tree.Numeral number) {
            String digits = number.toString();
            return text(digits).equals(digits) ? number : STARS;
        }
        return message;
    }

    private String text(String value) {
        if (open.contains(value)) {
            return value;
        }
        String masked = value;
        for (String secret : sensitive) {
            masked = masked.replace(secret, STARS.value());
        }
        return LONG_NUMBER.matcher(masked).replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
    }

    private String number(String digits) {
        return open.contains(digits) ? digits : STARS.value();
    }

    private void learn(Tree tree, Tree masked) {
        if (tree instanceof Tree.Fields some && masked instanceof Tree.Fields shown) {
            some.fields().forEach((name, value) -> {
                Tree beside = shown.fields().get(name);
                learn(value, beside == null ? STARS : beside);
            });
        } else if (tree instanceof Tree.Items some
                && masked instanceof Tree.Items shown
                && some.items().size() == shown.items().size()) {
            for (int i = 0; i < some.items().size(); i++) {
                learn(some.items().get(i), shown.items().get(i));
            }
        } else if (tree.isLeaf()) {
            String value = tree instanceof Tree.Text text ? text.value() : tree.toString();
            (tree.equals(masked) ? open : sensitive).add(value);
            sensitive.remove("");
        }
    }

    private static String bounded(String json) {
        return json.length() <= MAX_CHARACTERS ? json : json.substring(0, MAX_CHARACTERS) + "...";
    }
}
