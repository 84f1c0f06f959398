package io.jointlending.fund.flow.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request goes below the base address of the channel. The host is never part of a definition.
 *
 * @param method GET, POST or PUT
 * @param path relative, without empty, dot or encoded segments
 */
public record Endpoint(String method, String path) {
    private static final Pattern FORM =
            Pattern.compile("(GET|POST|PUT) ([A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*)");

    /** The endpoint of a text such as {@code POST loan/apply}; empty for every other form. */
    public static Optional<Endpoint> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean fine = text.length() <= 200 && matcher.matches() && !text.contains("..");
        return fine ? Optional.of(new Endpoint(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
