package io.jointlending.support.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that a command would run, for {@code --dry-run}. */
final class DryRun {
    private DryRun() {}

    /** Refuses what the command itself would refuse by the history alone; a password stays a placeholder. */
    static List<String> statements(SchemaStatus status, Path folder, ToolOptions options) {
        ScriptFolder scripts = ScriptFolder.read(folder);
        List<String> statements = new ArrayList<>();
        switch (options.command) {
            case "apply" -> {
                refuse(status, status.condition().refusesApply());
                if (status.history().isEmpty()) {
                    statements.add(SchemaHistory.TABLE.strip());
                }
                for (String version : status.pending()) {
                    String last = options.to;
                    if (last == null || version.compareTo(last) <= 0) {
                        add(statements, scripts.find(version));
                    }
                }
                if (options.accounts) {
                    for (SqlStatement grant : SqlStatement.read(scripts.grants())) {
                        statements.add(grant.text().replace("${database}", status.database()));
                    }
                }
            }
            case "seed" -> {
                refuse(status, status.condition() != SchemaStatus.Condition.CURRENT);
                status.pendingSeeds().forEach(seed -> add(statements, scripts.find(seed)));
            }
            default -> add(statements, SchemaScripts.undoScript(scripts, status, String.valueOf(options.version)));
        }
        return statements;
    }

    private static void refuse(SchemaStatus status, boolean refused) {
        if (refused) {
            throw SchemaException.refused("schema " + status.schema() + " in database " + status.database() + " is "
                    + status.condition() + ": " + status.advice());
        }
    }

    private static void add(List<String> statements, @Nullable ScriptFile script) {
        if (script != null) {
            script.statements().forEach(statement -> statements.add(statement.text()));
        }
    }
}
