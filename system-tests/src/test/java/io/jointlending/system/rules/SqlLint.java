package io.jointlending.system.rules;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLInsertStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads every script under a folder like {@code sql/} and lists the conventions they break. */
final class SqlLint {
    private static final Pattern FILE = Pattern.compile("[VUC]\\d{3}__[a-z0-9_]+\\.sql|grants\\.sql");
    private static final Pattern SEED_FILE = Pattern.compile("S\\d{3}__[a-z0-9_]+\\.sql");
    /** The tables that every schema carries. */
    static final Set<String> COMMON = Set.of(
            "mq_outbox",
            "mq_consume_log",
            "mq_dead_letter",
            "idempotent_command",
            "number_segment",
            "business_calendar",
            "job_run",
            "alarm",
            "message_audit",
            "rpc_method",
            "rpc_call_day");

    private final Set<String> reserved;
    private final List<SqlFinding> findings = new ArrayList<>();
    /** Table, then schema, then text: for the tables that every schema carries. */
    private final Map<String, Map<String, String>> common = new TreeMap<>();

    /** Schema and number of a version, then the tables it makes. */
    private final Map<String, Set<String>> madeBy = new TreeMap<>();

    /** Schema and number of a version, then the tables it inserts into. */
    private final Map<String, Set<String>> filledBy = new TreeMap<>();

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
                Set<String> filled = new TreeSet<>();
                for (SQLStatement statement : script.statements()) {
                    if (statement instanceof SQLInsertStatement insert) {
                        filled.add(SqlScript.bare(insert.getTableName().toString()));
                    }
                }
                filledBy.put(schema + script.number(), filled);
            }
        }
        if (versions && !tables.containsAll(COMMON)) {
            find("common-tables", schema, "does not carry all of " + new TreeSet<>(COMMON));
        }
        Set<String> others = new HashSet<>(schemas);
        others.remove(schema);
        SqlScriptRules rules = new SqlScriptRules(reserved, findings, madeBy, filledBy, common);
        scripts.values().forEach(script -> rules.check(script, others));
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

    private void commonTables() {
        common.forEach((table, texts) -> {
            Set<String> different = new HashSet<>(texts.values());
            if (different.size() > 1) {
                find("common-block", table, "differs between the schemas " + texts.keySet());
            }
        });
    }

    private void find(String rule, String place, String message) {
        findings.add(new SqlFinding(rule, place, message));
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
