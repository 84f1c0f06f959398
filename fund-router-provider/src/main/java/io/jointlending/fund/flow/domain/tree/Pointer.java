package io.jointlending.fund.flow.domain.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value stands in a message: a JSON pointer (RFC 6901), which can select but not compute.
 *
 * @param text for example {@code /body/loanNo}
 */
public record Pointer(String text) {
    private static final Pattern FORM = Pattern.compile("(/[^/]{1,64}){1,20}");

    public Pointer {
        if (!isPointer(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a pointer such as /body/code");
        }
    }

    /** Whether this text is a pointer to something below the root. */
    public static boolean isPointer(String text) {
        return FORM.matcher(text).matches();
    }

    /** What this points at in a message; empty where there is nothing. */
    public Optional<Tree> in(Tree message) {
        List<String> names = Arrays.stream(text.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
        return message.at(names);
    }

    @Override
    public String toString() {
        return text;
    }
}
