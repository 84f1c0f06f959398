package io.jointlending.system.rules;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.parser.ParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script, parsed.
 *
 * @param schema folder it belongs to
 * @param name file name
 * @param text its content
 * @param statements what Druid's MySQL parser read
 */
record SqlScript(String schema, String name, String text, List<SQLStatement> statements) {
    private static final Pattern COMMENT = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*'|(?<comment>--[ \\t][^\\n]*|--(?=\\n)|#[^\\n]*|/\\*(?![!M]).*?\\*/)",
            Pattern.DOTALL);

    static SqlScript read(String schema, Path file, List<SqlFinding> findings) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        try {
            String text = Files.readString(file);
            return new SqlScript(schema, name, text, parse(schema + "/" + name, text, findings));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<SQLStatement> parse(String place, String text, List<SqlFinding> findings) {
        try {
            return SQLUtils.parseStatements(text, DbType.mysql);
        } catch (ParserException e) {
            findings.add(new SqlFinding("parse", place, String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    /** V, U, C or S; G for the grants. */
    char kind() {
        return name.equals("grants.sql") ? 'G' : name.charAt(0);
    }

    /** Digits of the file name. */
    String number() {
        return name.substring(1, 4);
    }

    String place() {
        return schema + "/" + name;
    }

    List<SQLCreateTableStatement> createdTables() {
        return statements.stream()
                .filter(SQLCreateTableStatement.class::isInstance)
                .map(SQLCreateTableStatement.class::cast)
                .toList();
    }

    /** The text without comments, quoted strings kept. */
    String code() {
        return COMMENT.matcher(text).replaceAll(match -> {
            String whole = match.group();
            return whole.startsWith("'") ? Matcher.quoteReplacement(whole) : " ";
        });
    }

    /** The text without comments and without what stands in quotes. */
    String codeWithoutStrings() {
        return COMMENT.matcher(text).replaceAll(match -> match.group().startsWith("'") ? "''" : " ");
    }

    /** The comment lines before the first statement. */
    String header() {
        StringBuilder header = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith("--") && !line.isBlank()) {
                break;
            }
            header.append(line).append('\n');
        }
        return header.toString();
    }

    static String bare(String name) {
        return name.replace("`", "");
    }
}
