package io.jointlending.support.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One statement of a script.
 *
 * @param text the statement without the comments before it and without the semicolon
 * @param line line of its first word, from 1
 */
public record SqlStatement(String text, int line) {

    /** The statements of a UTF-8 script file, in order. */
    public static List<SqlStatement> read(Path file) {
        try {
            return split(Objects.requireNonNull(file.getFileName()).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * Cuts a script at its semicolons, as the {@code mysql} client does: not inside quotes and comments. A script whose
     * last statement has no semicolon is refused, because it looks cut off.
     *
     * @param name what the script is called in messages
     */
    public static List<SqlStatement> split(String name, String script) {
        return new Splitter(name, script).split();
    }

    /** True when the first word is the given one, in any case. */
    public boolean startsWith(String word) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.startsWith(word)
                && (upper.length() == word.length() || !Character.isLetterOrDigit(upper.charAt(word.length())));
    }

    private static final class Splitter {
        private final String name;
        private final String script;
        private final List<SqlStatement> statements = new ArrayList<>();

        Splitter(String name, String script) {
            this.name = name;
            this.script = script;
        }

        List<SqlStatement> split() {
            int start = -1;
            int at = 0;
            while (at < script.length()) {
                int afterComment = afterComment(at);
                if (afterComment > at) {
                    at = afterComment;
                    continue;
                }
                char c = script.charAt(at);
                if (c == ';') {
                    if (start >= 0) {
                        statements.add(
                                new SqlStatement(script.substring(start, at).strip(), lineOf(start)));
                    }
                    start = -1;
                } else if (start < 0 && !Character.isWhitespace(c)) {
                    start = at;
                    refuseDelimiter(at);
                }
                at = c == '\'' || c == '"' || c == '`' ? afterQuoted(at) : at + 1;
            }
            if (start >= 0) {
                throw SchemaException.refused(
                        name + " line " + lineOf(start) + ": the last statement does not end with a semicolon");
            }
            return statements;
        }

        private void refuseDelimiter(int at) {
            if (script.regionMatches(true, at, "delimiter", 0, "delimiter".length())) {
                throw SchemaException.refused(
                        name + " line " + lineOf(at) + ": DELIMITER is a command of the client, not SQL");
            }
        }

        /** The position after the comment that starts here; {@code at} itself when none does. */
        private int afterComment(int at) {
            boolean dashes = script.startsWith("--", at)
                    && (at + 2 == script.length() || Character.isWhitespace(script.charAt(at + 2)));
            if (dashes || script.charAt(at) == '#') {
                int end = script.indexOf('\n', at);
                return end < 0 ? script.length() : end + 1;
            }
            if (!script.startsWith("/*", at) || script.startsWith("/*!", at) || script.startsWith("/*M!", at)) {
                return at;
            }
            int end = script.indexOf("*/", at + 2);
            if (end < 0) {
                throw SchemaException.refused(name + " line " + lineOf(at) + ": this comment does not end");
            }
            return end + 2;
        }

        private int afterQuoted(int at) {
            char quote = script.charAt(at);
            for (int i = at + 1; i < script.length(); i++) {
                char c = script.charAt(i);
                if (c == '\\' && quote != '`') {
                    i++;
                } else if (c == quote) {
                    return i + 1; // a doubled quote starts the next quoted part at once, which comes to the same
                }
            }
            throw SchemaException.refused(name + " line " + lineOf(at) + ": this " + quote + " is not closed");
        }

        private int lineOf(int at) {
            return 1
                    + (int) script.substring(0, at)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
    }
}
