package io.jointlending.system.rules;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.expr.SQLCharExpr;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLDeleteStatement;
import com.alibaba.druid.sql.ast.statement.SQLDropTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLInsertStatement;
import com.alibaba.druid.sql.ast.statement.SQLSelectQueryBlock;
import com.alibaba.druid.sql.ast.statement.SQLSelectStatement;
import com.alibaba.druid.sql.ast.statement.SQLUpdateStatement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the statements of a script may be, by its kind. */
final class SqlScriptRules {
    private static final List<String> HEADER =
            List.of("purpose", "owner", "tables", "rows", "lock|algorithm", "duration", "reversible", "order");
    private static final Pattern DOWNTIME = Pattern.compile("(?im)^--\\s*downtime[: \\t]+\\S");
    private static final Set<String> PURGED = Set.of(
            "mq_outbox",
            "mq_consume_log",
            "mq_dead_letter",
            "idempotent_command",
            "job_run",
            "alarm",
            "message_audit",
            "rpc_call_day",
            "order_state_hour",
            "penalty_snapshot",
            "iam_session",
            "iam_login_guard",
            "collection_attempt");
    private static final Pattern GRANT =
            Pattern.compile("GRANT (?<what>[A-Z, ]+) ON `\\$\\{database}`\\.(?<table>\\*|\\w+) TO '(?<user>\\w+)'@'%'");
    private static final Pattern ACCOUNT = Pattern.compile(
            "(CREATE USER IF NOT EXISTS|ALTER USER) '(?<user>\\w+)'@'%' IDENTIFIED BY '\\$\\{password}'");
    /** Constructs that MySQL 8.0 and MariaDB 11.4 do not share, or that nobody can change online. */
    private static final Map<String, Pattern> BANNED = banned();

    private final Set<String> reserved;
    private final List<SqlFinding> findings;
    private final Map<String, Set<String>> madeBy;
    private final Map<String, Set<String>> filledBy;
    private final Map<String, Map<String, String>> common;

    /**
     * @param madeBy schema and number of a version, then the tables it makes
     * @param filledBy the same, then the tables it inserts into
     * @param common takes the text of the tables that every schema carries: table, then schema
     */
    SqlScriptRules(
            Set<String> reserved,
            List<SqlFinding> findings,
            Map<String, Set<String>> madeBy,
            Map<String, Set<String>> filledBy,
            Map<String, Map<String, String>> common) {
        this.reserved = reserved;
        this.findings = findings;
        this.madeBy = madeBy;
        this.filledBy = filledBy;
        this.common = common;
    }

    void check(SqlScript script, Set<String> otherSchemas) {
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
            case 'C' -> script.statements().forEach(statement -> verify(script, statement));
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
        // A version that says how long the provider is stopped may copy its tables; others run beside it.
        boolean stopped = DOWNTIME.matcher(script.header()).find();
        Set<String> created = new HashSet<>();
        int alters = 0;
        for (SQLStatement statement : script.statements()) {
            if (statement instanceof SQLCreateTableStatement table) {
                String name = SqlScript.bare(table.getTableName());
                created.add(name);
                new SqlTableRules(script, table, reserved, findings).check();
                if (SqlLint.COMMON.contains(name)) {
                    common.computeIfAbsent(name, n -> new LinkedHashMap<>())
                            .put(script.schema(), createText(script, name));
                }
            } else if (statement instanceof SQLAlterTableStatement alter) {
                if (!stopped && !created.contains(SqlScript.bare(alter.getTableName()))) {
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
            } else if (statement instanceof SQLDeleteStatement delete) {
                undoRows(script, delete);
            } else if (!(statement instanceof SQLAlterTableStatement || statement instanceof SQLUpdateStatement)) {
                find("statement-kind", script.place(), "an undo has no " + kindOf(statement));
            }
        }
        Set<String> created = madeBy.getOrDefault(script.schema() + script.number(), Set.of());
        if (!dropped.equals(created)) {
            find("undo-complete", script.place(), "drops " + dropped + ", but its version makes " + created);
        }
    }

    /** Rows that a version put into a table of another version: its undo takes those out and no others. */
    private void undoRows(SqlScript script, SQLDeleteStatement delete) {
        String table = SqlScript.bare(delete.getTableName().toString());
        if (delete.getWhere() == null
                || !filledBy.getOrDefault(script.schema() + script.number(), Set.of())
                        .contains(table)) {
            find(
                    "undo-rows",
                    script.place(),
                    "deletes from " + table + ": an undo deletes WHERE its version inserted, and nowhere else");
        }
    }

    private void verify(SqlScript script, SQLStatement statement) {
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
}
