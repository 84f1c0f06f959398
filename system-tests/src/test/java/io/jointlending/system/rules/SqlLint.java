package io.jointlending.system.rules;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.expr.SQLCharExpr;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLDropTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLInsertStatement;
import com.alibaba.druid.sql.ast.statement.SQLSelectQueryBlock;
import com.alibaba.druid.sql.ast.statement.SQLSelectStatement;
import com.alibaba.druid.sql.ast.statement.SQLUpdateStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads every script under a folder like {@code sql/} and lists the conventions they break. */
final class SqlLint {
    private static final Pattern FILE = Pattern.compile("[VUC]\\d{3}__[a-z0-9_]+\\.sql|grants\\.sql");
    private static final Pattern SEED_FILE = Pattern.compile("S\\d{3}__[a-z0-9_]+\\.sql");
    private static final List<String> HEADER =
            List.of("purpose", "owner", "tables", "rows", "lock|algorithm", "duration", "reversible", "order");
    /** The tables that every schema carries. */
    private static final Set<String> COMMON = Set.of(
            "mq_outbox",
            "mq_consume_log",
            "mq_dead_letter",
            "idempotent_command",
            "number_segment",
            "business_calendar");

    private static final Set<String> PURGED =
            Set.of("mq_outbox", "mq_consume_log", "mq_dead_letter", "idempotent_command");
    private static final Pattern GRANT =
            Pattern.compile("GRANT (?<what>[A-Z, ]+) ON `\\$\\{database}`\\.(?<table>\\*|\\w+) TO '(?<user>\\w+)'@'%'");
    private static final Pattern ACCOUNT = Pattern.compile(
            "(CREATE USER IF NOT EXISTS|ALTER USER) '(?<user>\\w+)'@'%' IDENTIFIED BY '\\$\\{password}'");
    /** Constructs that MySQL 8.0 and MariaDB 11.4 do not share, or that nobody can change online. */
    private static final Map<String, Pattern> BANNED = banned();

    private final Set<String> reserved;
    private final List<SqlFinding> findings = new ArrayList<>();
    /** Table, then schema, then text: for the tables that every schema carries. */
    private final Map<String, Map<String, String>> common = new TreeMap<>();

    /** Schema and number of a version, then the tables it makes. */
    private final Map<String, Set<String>> madeBy = new TreeMap<>();

    private SqlLint(Set<String> reserved) {
        this.reserved = reserved;
    }

    /** Every finding in the schemas under this folder. */
    static List<SqlFinding> check(Path root, Set<String> reserved) {
        SqlLint lint = new SqlLint(reserved);
        Set<String> schemas = new TreeSet<>();
        for (Path folder : list(root)) {
            if (Files.isDirectory(folder)) {
                schemas.add(nameOf(folder));
            }
        }
        schemas.forEach(schema -> lint.schema(root.resolve(schema), schemas));
        lint.commonTables();
        return lint.findings;
    }

    private void schema(Path folder, Set<String> schemas) {
        String schema = nameOf(folder);
        Map<String, SqlScript> scripts = new TreeMap<>();
        for (Path file : list(folder)) {
            read(schema, file, FILE).forEach(script -> scripts.put(script.name(), script));
        }
        for (Path file : list(folder.resolve("seed"))) {
            read(schema, file, SEED_FILE).forEach(script -> scripts.put(script.name(), script));
        }
        if (!scripts.containsKey("grants.sql")) {
            find("trio", schema, "has no grants.sql");
        }
        trios(schema, scripts.values());
        Set<String> tables = new HashSet<>();
        boolean versions = false;
        for (SqlScript script : scripts.values()) {
            if (script.kind() == 'V') {
                versions = true;
                Set<String> made = new TreeSet<>();
                script.createdTables().forEach(table -> made.add(SqlScript.bare(table.getTableName())));
                madeBy.put(schema + script.number(), made);
                tables.addAll(made);
            }
        }
        if (versions && !tables.containsAll(COMMON)) {
            find("common-tables", schema, "does not carry all of " + new TreeSet<>(COMMON));
        }
        Set<String> others = new HashSet<>(schemas);
        others.remove(schema);
        scripts.values().forEach(script -> script(script, others));
    }

    private List<SqlScript> read(String schema, Path file, Pattern names) {
        if (Files.isDirectory(file)) {
            return List.of();
        }
        if (!names.matcher(nameOf(file)).matches()) {
            find("file-name", schema + "/" + nameOf(file), "does not match " + names);
            return List.of();
        }
        return List.of(SqlScript.read(schema, file, findings));
    }

    private void trios(String schema, Collection<SqlScript> scripts) {
        Map<String, Set<Character>> kinds = new TreeMap<>();
        for (SqlScript script : scripts) {
            if ("VUC".indexOf(script.kind()) >= 0) {
                kinds.computeIfAbsent(script.number(), number -> new TreeSet<>())
                        .add(script.kind());
            }
        }
        kinds.forEach((number, found) -> {
            if (!found.equals(Set.of('V', 'U', 'C'))) {
                find("trio", schema, number + " has " + found + " of V (apply), U (undo), C (check)");
            }
        });
    }

    private void script(SqlScript script, Set<String> otherSchemas) {
        String code = script.codeWithoutStrings();
        BANNED.forEach((rule, pattern) -> {
            Matcher banned = pattern.matcher(code);
            if (banned.find()) {
                find(rule, script.place(), banned.group().strip());
            }
        });
        for (String other : otherSchemas) {
            if (Pattern.compile("`?\\b" + other + "`?\\s*\\.\\s*`?\\w")
                    .matcher(code)
                    .find()) {
                find("other-schema", script.place(), "names schema " + other);
            }
        }
        switch (script.kind()) {
            case 'V' -> version(script);
            case 'U' -> undo(script);
            case 'C' -> script.statements().forEach(statement -> check(script, statement));
            case 'S' -> script.statements().forEach(statement -> seed(script, statement));
            default -> script.statements().forEach(statement -> grant(script, statement));
        }
    }

    private void version(SqlScript script) {
        for (String field : HEADER) {
            if (!Pattern.compile("(?im)^--\\s*(" + field + ")\\b[: \\t]+\\S")
                    .matcher(script.header())
                    .find()) {
                find("header", script.place(), "the header does not say: " + field);
            }
        }
        Set<String> created = new HashSet<>();
        int alters = 0;
        for (SQLStatement statement : script.statements()) {
            if (statement instanceof SQLCreateTableStatement table) {
                String name = SqlScript.bare(table.getTableName());
                created.add(name);
                new SqlTableRules(script, table, reserved, findings).check();
                if (COMMON.contains(name)) {
                    common.computeIfAbsent(name, n -> new LinkedHashMap<>())
                            .put(script.schema(), createText(script, name));
                }
            } else if (statement instanceof SQLAlterTableStatement alter) {
                if (!created.contains(SqlScript.bare(alter.getTableName()))) {
                    alters++;
                    alter(script, alter);
                }
            } else if (!(statement instanceof SQLInsertStatement || statement instanceof SQLUpdateStatement)) {
                find("statement-kind", script.place(), "a version has no " + kindOf(statement));
            }
        }
        if (alters > 1) {
            find(
                    "one-alter",
                    script.place(),
                    alters + " ALTERs in one file: each may stop by itself, so each is a version");
        }
    }

    private void alter(SqlScript script, SQLAlterTableStatement alter) {
        String text = alter.toString().toUpperCase(Locale.ROOT).replaceAll("\\s*=\\s*", "=");
        boolean instant = text.contains("ALGORITHM=INSTANT");
        boolean inPlace = text.contains("ALGORITHM=INPLACE") && text.contains("LOCK=NONE");
        if (!instant && !inPlace) {
            find(
                    "alter-algorithm",
                    script.place(),
                    "ALTER TABLE " + alter.getTableName()
                            + " says neither ALGORITHM=INSTANT nor ALGORITHM=INPLACE, LOCK=NONE");
        }
    }

    private void undo(SqlScript script) {
        Set<String> dropped = new TreeSet<>();
        for (SQLStatement statement : script.statements()) {
            if (statement instanceof SQLDropTableStatement drop) {
                drop.getTableSources().forEach(source -> dropped.add(SqlScript.bare(source.toString())));
                if (!drop.isIfExists() || drop.getTableSources().size() != 1) {
                    find(
                            "undo-repeatable",
                            script.place(),
                            "DROP TABLE " + drop.getTableSources()
                                    + ": one table each, IF EXISTS, so that it runs from any middle");
                }
            } else if (!(statement instanceof SQLAlterTableStatement || statement instanceof SQLUpdateStatement)) {
                find("statement-kind", script.place(), "an undo has no " + kindOf(statement));
            }
        }
        Set<String> created = madeBy.getOrDefault(script.schema() + script.number(), Set.of());
        if (!dropped.equals(created)) {
            find("undo-complete", script.place(), "drops " + dropped + ", but its version makes " + created);
        }
    }

    private void check(SqlScript script, SQLStatement statement) {
        if (!(statement instanceof SQLSelectStatement select)) {
            find("statement-kind", script.place(), "a check has no " + kindOf(statement));
            return;
        }
        SQLSelectQueryBlock block = select.getSelect().getFirstQueryBlock();
        if (block == null
                || block.getSelectList().isEmpty()
                || !(block.getSelectList().get(0).getExpr() instanceof SQLCharExpr)) {
            find(
                    "check-rule",
                    script.place(),
                    "the first column does not name the broken rule: " + shortText(statement));
        }
    }

    private void seed(SqlScript script, SQLStatement statement) {
        if (statement instanceof SQLInsertStatement insert) {
            if (insert.getColumns().isEmpty()) {
                find("seed-columns", script.place(), "INSERT without its columns: " + shortText(statement));
            }
        } else if (!(statement instanceof SQLUpdateStatement)) {
            find("statement-kind", script.place(), "seed data has no " + kindOf(statement));
        }
    }

    private void grant(SqlScript script, SQLStatement statement) {
        String text = statement
                .toString()
                .replaceAll("\\s+", " ")
                .replaceAll(";$", "")
                .strip();
        Matcher account = ACCOUNT.matcher(text);
        Matcher grant = GRANT.matcher(text);
        boolean whole = grant.matches()
                && grant.group("user").equals(script.schema())
                && (grant.group("table").equals("*")
                        ? Set.of("SELECT", "INSERT", "UPDATE")
                                .containsAll(List.of(grant.group("what").split(", ", -1)))
                        : grant.group("what").equals("DELETE") && PURGED.contains(grant.group("table")));
        boolean own = account.matches() && account.group("user").equals(script.schema());
        if (!whole && !own) {
            find("grants", script.place(), "more than the provider needs, or not its account: " + shortText(statement));
        }
    }

    private void commonTables() {
        common.forEach((table, texts) -> {
            Set<String> different = new HashSet<>(texts.values());
            if (different.size() > 1) {
                find("common-block", table, "differs between the schemas " + texts.keySet());
            }
        });
    }

    private static String createText(SqlScript script, String table) {
        Matcher text = Pattern.compile("CREATE TABLE `?" + table + "`?\\s*\\(.*?;\\s*(\\n|$)", Pattern.DOTALL)
                .matcher(script.code());
        return text.find() ? text.group().replaceAll("\\s+", " ") : "";
    }

    private static Map<String, Pattern> banned() {
        Map<String, Pattern> banned = new LinkedHashMap<>();
        banned.put("select-star", Pattern.compile("(?i)\\bSELECT\\s+(\\w+\\.)?\\*"));
        banned.put("use-database", Pattern.compile("(?im)^\\s*USE\\s+\\w+"));
        banned.put("delimiter", Pattern.compile("(?im)^\\s*DELIMITER\\b"));
        banned.put("executable-comment", Pattern.compile("/\\*M?!"));
        banned.put(
                "procedure",
                Pattern.compile("(?i)\\bCREATE\\s+(OR\\s+REPLACE\\s+)?(TRIGGER|PROCEDURE|FUNCTION|EVENT|VIEW)\\b"));
        banned.put("not-common", Pattern.compile("(?i)\\bRETURNING\\b|\\bFOR\\s+SHARE\\b|->>?\\s*'|\\bUTF8MB3\\b"));
        return banned;
    }

    private void find(String rule, String place, String message) {
        findings.add(new SqlFinding(rule, place, message));
    }

    private static String kindOf(SQLStatement statement) {
        return statement.getClass().getSimpleName().replaceAll("^(MySql|SQL)|Statement$", "");
    }

    private static String shortText(SQLStatement statement) {
        String text = statement.toString().replaceAll("\\s+", " ");
        return text.substring(0, Math.min(100, text.length()));
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String nameOf(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }
}
