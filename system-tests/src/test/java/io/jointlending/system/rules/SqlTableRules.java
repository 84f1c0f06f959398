package io.jointlending.system.rules;

import com.alibaba.druid.sql.ast.SQLDataType;
import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.statement.SQLCharacterDataType;
import com.alibaba.druid.sql.ast.statement.SQLCheck;
import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLForeignKeyConstraint;
import com.alibaba.druid.sql.ast.statement.SQLPrimaryKey;
import com.alibaba.druid.sql.ast.statement.SQLTableElement;
import com.alibaba.druid.sql.ast.statement.SQLUnique;
import com.alibaba.druid.sql.dialect.mysql.ast.MySqlKey;
import com.alibaba.druid.sql.dialect.mysql.ast.MySqlUnique;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlTableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a CREATE TABLE has to look like. */
final class SqlTableRules {
    private static final int MOST_INDEXES = 5;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    /** Columns whose values come from outside or name something: compared byte by byte. */
    private static final Pattern KEY =
            Pattern.compile(".*(_no|_code|_key|_reference|_hash|_id)|caller|operation|code|key");

    private static final Pattern CLOSED_SET = Pattern.compile("status|state|kind|action|source");
    private static final Set<String> FLOATING = Set.of("FLOAT", "DOUBLE", "REAL", "DOUBLE PRECISION");
    private static final Set<String> NOT_ALIKE = Set.of("ENUM", "SET", "TIMESTAMP", "JSON", "YEAR", "BIT");
    private static final Set<String> CHARACTERS = Set.of("CHAR", "VARCHAR");

    private final SqlScript script;
    private final SQLCreateTableStatement table;
    private final String tableName;
    private final Set<String> reserved;
    private final List<SqlFinding> findings;
    private final List<SQLColumnDefinition> columns = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private int indexes;
    private boolean primaryKey;

    SqlTableRules(SqlScript script, SQLCreateTableStatement table, Set<String> reserved, List<SqlFinding> findings) {
        this.script = script;
        this.table = table;
        this.tableName = SqlScript.bare(table.getTableName());
        this.reserved = reserved;
        this.findings = findings;
    }

    void check() {
        name(tableName, null);
        if (table.getSchema() != null) {
            find("other-schema", null, "names a schema; scripts run in the selected database");
        }
        if (table.isIfNotExists()) {
            find("if-not-exists", null, "IF NOT EXISTS hides that another table of this name is there");
        }
        String options = table.getTableOptions().toString().toUpperCase(Locale.ROOT);
        if (!options.contains("ENGINE = INNODB")) {
            find("engine", null, "ENGINE=InnoDB is missing");
        }
        if (!options.contains("CHARSET = UTF8MB4")) {
            find("charset", null, "DEFAULT CHARSET=utf8mb4 is missing");
        }
        comment(table.getComment(), "table-comment", null);
        if (table.getPartitioning() != null) {
            find("partition", null, "order tables are archived, not partitioned");
        }
        table.getTableElementList().forEach(this::element);
        if (!primaryKey) {
            find("primary-key", null, "has no primary key");
        }
        if (indexes > MOST_INDEXES) {
            find("index-count", null, "has " + indexes + " secondary indexes, more than " + MOST_INDEXES);
        }
        columns.forEach(this::column);
        timeColumn("created_at", "created-at", false);
        timeColumn("updated_at", "updated-at", true);
        boolean orderSide = hasColumn("order_no");
        if (orderSide && !hasColumn("shard_key")) {
            find("shard-key", null, "has order_no but no shard_key");
        }
    }

    private void element(SQLTableElement element) {
        if (element instanceof SQLColumnDefinition column) {
            columns.add(column);
            column.getConstraints().forEach(constraint -> {
                if (constraint instanceof SQLPrimaryKey || constraint.toString().equals("PRIMARY KEY")) {
                    primaryKey = true;
                }
            });
        } else if (element instanceof SQLForeignKeyConstraint) {
            find("foreign-key", null, "online schema changes cannot work on tables with foreign keys");
        } else if (element instanceof SQLPrimaryKey) {
            primaryKey = true;
        } else if (element instanceof SQLCheck check) {
            checks.add(check.getExpr().toString());
            indexName(check.getName(), "ck_", "check-name");
        } else if (element instanceof MySqlKey key && !(element instanceof MySqlUnique)) {
            indexes++;
            indexName(key.getName(), "idx_", "index-name");
        } else if (element instanceof SQLUnique unique) {
            indexes++;
            indexName(unique.getName(), "uk_", "index-name");
        } else if (element instanceof MySqlTableIndex index) {
            indexes++;
            indexName(index.getName(), "idx_", "index-name");
        }
    }

    private void column(SQLColumnDefinition column) {
        String name = SqlScript.bare(column.getName().getSimpleName());
        SQLDataType type = column.getDataType();
        String typeName = type.getName().toUpperCase(Locale.ROOT);
        String typeText = type.toString().toUpperCase(Locale.ROOT);
        name(name, name);
        comment(column.getComment(), "column-comment", name);
        if (FLOATING.contains(typeName)) {
            find("floating-point", name, typeText + ": a fraction of it is not what was written");
        }
        if (NOT_ALIKE.contains(typeName)) {
            find("column-type", name, typeText + ": strings with a CHECK, DATETIME(3) and the like instead");
        }
        if (typeName.equals("DATETIME") && !typeText.equals("DATETIME(3)")) {
            find("column-type", name, typeText + ": times are DATETIME(3)");
        }
        if (name.endsWith("_rate") && !typeName.equals("DECIMAL")) {
            find("rate-type", name, typeText + ": rates are DECIMAL");
        }
        if (name.endsWith("_fen")) {
            if (!typeText.equals("BIGINT")) {
                find("money-type", name, typeText + ": money is a signed BIGINT");
            }
            if (checks.stream().noneMatch(check -> mentions(check, name))) {
                find("money-check", name, "no CHECK mentions it");
            }
        }
        if (CLOSED_SET.matcher(name).matches() && checks.stream().noneMatch(check -> mentions(check, name))) {
            find("closed-set", name, "no CHECK lists its values");
        }
        if (KEY.matcher(name).matches() && CHARACTERS.contains(typeName) && !isAsciiBin(type, column)) {
            find("key-collation", name, "keys are CHARACTER SET ascii COLLATE ascii_bin: abc and ABC are two");
        }
    }

    private static boolean isAsciiBin(SQLDataType type, SQLColumnDefinition column) {
        String collation = type instanceof SQLCharacterDataType characters ? characters.getCollate() : null;
        SQLExpr ofColumn = column.getCollateExpr();
        return "ascii_bin".equalsIgnoreCase(collation)
                || (ofColumn != null && "ascii_bin".equalsIgnoreCase(ofColumn.toString()));
    }

    private void timeColumn(String name, String rule, boolean onUpdate) {
        SQLColumnDefinition column = columns.stream()
                .filter(c -> SqlScript.bare(c.getName().getSimpleName()).equals(name))
                .findFirst()
                .orElse(null);
        if (column == null) {
            find(rule, null, "has no column " + name);
        } else if (!String.valueOf(column.getDefaultExpr()).equalsIgnoreCase("CURRENT_TIMESTAMP(3)")
                || (onUpdate && !String.valueOf(column.getOnUpdate()).equalsIgnoreCase("CURRENT_TIMESTAMP(3)"))) {
            find(
                    rule,
                    name,
                    "is not DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)"
                            + (onUpdate ? " ON UPDATE CURRENT_TIMESTAMP(3)" : ""));
        }
    }

    private boolean hasColumn(String name) {
        return columns.stream()
                .anyMatch(column ->
                        SqlScript.bare(column.getName().getSimpleName()).equals(name));
    }

    private void name(String name, @Nullable String column) {
        if (!NAME.matcher(name).matches()) {
            find("name", column, "is not lower_case_with_underscores");
        }
        if (reserved.contains(name.toUpperCase(Locale.ROOT))) {
            find("reserved-word", column, name + " is a reserved word of MySQL 8 or MariaDB");
        }
    }

    private void indexName(@Nullable Object name, String prefix, String rule) {
        String text = SqlScript.bare(String.valueOf(name));
        if (!text.startsWith(prefix)) {
            find(rule, null, (name == null ? "a nameless one" : text) + " does not start with " + prefix);
        }
    }

    private void comment(@Nullable SQLExpr comment, String rule, @Nullable String column) {
        if (comment == null || comment.toString().replace("'", "").isBlank()) {
            find(rule, column, "has no comment");
        }
    }

    private static boolean mentions(String check, String column) {
        return Pattern.compile("\\b" + column + "\\b").matcher(check).find();
    }

    private void find(String rule, @Nullable String column, String message) {
        String place = script.place() + " " + tableName + (column == null ? "" : "." + column);
        findings.add(new SqlFinding(rule, place, message));
    }
}
