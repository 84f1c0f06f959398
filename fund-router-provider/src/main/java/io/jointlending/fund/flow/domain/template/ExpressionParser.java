package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ${path? | processor('text', 1)}}. The whole grammar: a path or a call, then any number of calls after bars; an
 * argument is a quoted text or a whole number.
 */
final class ExpressionParser {
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w{0,63}(?:\\.[a-zA-Z]\\w{0,63}){0,9}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w{0,63}");
    private static final Pattern LITERAL = Pattern.compile("'([^'\\p{Cntrl}]{0,200})'|(-?(?:0|[1-9][0-9]{0,17}))");
    private static final int MAX_CALLS = 8;

    private final String text;
    private int position;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /** Whether this text tries to be an expression. */
    static boolean isExpression(String text) {
        return text.contains("${");
    }

    static Template.Expression parse(String leaf) {
        if (!leaf.startsWith("${") || !leaf.endsWith("}") || leaf.indexOf("${", 2) >= 0) {
            throw new BadExpression(Rule.EXPRESSION, "'${' must be the whole value, this is " + leaf);
        }
        return new ExpressionParser(leaf.substring(2, leaf.length() - 1)).expression();
    }

    private Template.Expression expression() {
        String first = take(PATH);
        if (first == null) {
            throw unreadable();
        }
        List<Template.Call> calls = new ArrayList<>();
        List<String> path = null;
        boolean optional = false;
        if (sees("(")) {
            calls.add(call(first));
        } else {
            path = List.of(first.split("\\.", -1));
            optional = accept("?");
        }
        while (accept("|")) {
            String name = take(PATH);
            if (name == null || calls.size() >= MAX_CALLS) {
                throw unreadable();
            }
            calls.add(call(name));
        }
        take(SPACE);
        if (position != text.length()) {
            throw unreadable();
        }
        return new Template.Expression(path, optional, calls);
    }

    private Template.Call call(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new BadExpression(Rule.PROCESSOR, "bad function '" + name + "': a processor has a plain name");
        }
        List<Object> literals = new ArrayList<>();
        if (accept("(") && !accept(")")) {
            do {
                literals.add(literal());
            } while (accept(","));
            if (!accept(")")) {
                throw unreadable();
            }
        }
        return new Template.Call(name, literals);
    }

    private Object literal() {
        take(SPACE);
        Matcher matcher = LITERAL.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw unreadable();
        }
        position = matcher.end();
        return matcher.group(1) != null ? matcher.group(1) : Long.valueOf(matcher.group(2));
    }

    private boolean sees(String sign) {
        take(SPACE);
        return text.startsWith(sign, position);
    }

    private boolean accept(String sign) {
        boolean seen = sees(sign);
        position += seen ? sign.length() : 0;
        return seen;
    }

    private @Nullable String take(Pattern pattern) {
        if (pattern != SPACE) {
            take(SPACE);
        }
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        position = matcher.end();
        return matcher.group();
    }

    private BadExpression unreadable() {
        return new BadExpression(
                Rule.EXPRESSION,
                "${" + text + "} is not path or processor('text', 1), joined by |; it cannot be read from column "
                        + (position + 3));
    }
}
