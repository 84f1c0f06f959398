package io.jointlending.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement as the server logged it, with its literals taken out: the text to prepare and the values to bind.
 *
 * @param sql the text with {@code ?} for every literal
 * @param values strings as text, numbers as {@link Long} or {@link java.math.BigDecimal}
 */
record Literals(String sql, List<Object> values) {
    /** The digits of {@code UTC_TIMESTAMP(3)} and the like belong to the text, not to the values. */
    private static final Pattern PRECISION = Pattern.compile(
            ".*\\b(UTC_TIMESTAMP|CURRENT_TIMESTAMP|NOW|SYSDATE|DATETIME|TIMESTAMP|CHAR)\\s*\\(\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Literals of(String logged) {
        StringBuilder text = new StringBuilder();
        List<Object> values = new ArrayList<>();
        int at = 0;
        while (at < logged.length()) {
            char c = logged.charAt(at);
            if (c == '\'') {
                StringBuilder value = new StringBuilder();
                at = string(logged, at + 1, value);
                dropIntroducer(text);
                text.append('?');
                values.add(value.toString());
            } else if (isDigit(c)
                    && !partOfName(text)
                    && !PRECISION.matcher(tail(text)).matches()) {
                int end = at;
                while (end < logged.length() && (isDigit(logged.charAt(end)) || logged.charAt(end) == '.')) {
                    end++;
                }
                String number = logged.substring(at, end);
                values.add(number.contains(".") ? new java.math.BigDecimal(number) : (Object) Long.valueOf(number));
                text.append('?');
                at = end;
            } else if (c == '`') {
                int end = logged.indexOf('`', at + 1) + 1;
                text.append(logged, at, end);
                at = end;
            } else {
                text.append(c);
                at++;
            }
        }
        return new Literals(text.toString(), List.copyOf(values));
    }

    /** Reads a quoted string from behind its opening quote; answers the position behind its closing one. */
    private static int string(String logged, int from, StringBuilder value) {
        int at = from;
        while (at < logged.length()) {
            char c = logged.charAt(at);
            if (c == '\\') {
                value.append(escaped(logged.charAt(at + 1)));
                at += 2;
            } else if (c == '\'' && at + 1 < logged.length() && logged.charAt(at + 1) == '\'') {
                value.append('\'');
                at += 2;
            } else if (c == '\'') {
                return at + 1;
            } else {
                value.append(c);
                at++;
            }
        }
        throw new IllegalArgumentException("unfinished string in " + logged);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'Z' -> '\u001a';
            default -> c;
        };
    }

    /** {@code _binary'…'} says of which kind the literal is; a bound value needs no such word. */
    private static void dropIntroducer(StringBuilder text) {
        for (String word : List.of("_binary", "_utf8mb4", "x", "X")) {
            int start = text.length() - word.length();
            if (start >= 0 && text.substring(start).equals(word) && (start == 0 || !isName(text.charAt(start - 1)))) {
                text.setLength(start);
                return;
            }
        }
    }

    private static boolean partOfName(StringBuilder text) {
        return !text.isEmpty() && isName(text.charAt(text.length() - 1));
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String tail(StringBuilder text) {
        return text.substring(Math.max(0, text.length() - 40));
    }
}
