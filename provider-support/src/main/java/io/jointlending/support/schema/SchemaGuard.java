package io.jointlending.support.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a provider asks of its schema before it starts. It never changes the schema. */
public final class SchemaGuard {
    private SchemaGuard() {}

    /**
     * Checks that the selected database is at least at a version. A newer one is fine: changes of a schema are made so
     * that the last release goes on working.
     *
     * @param schema name of the folder under {@code sql/}, for the message
     * @param version such as V001
     * @throws IllegalStateException when it is older; the message names the scripts to run
     */
    public static void requireCurrent(Connection connection, String schema, String version) {
        if (!version.matches("V\\d{3}")) {
            throw new IllegalArgumentException(
                    "the required version of schema " + schema + " is not like V001: " + version);
        }
        int required = Integer.parseInt(version.substring(1));
        List<HistoryRow> history = history(connection);
        int newest = SchemaStatus.newestWithoutGap(history);
        if (newest >= required) {
            return;
        }
        String scripts = "sql/" + schema + "/" + ScriptFile.versionOf('V', newest + 1) + "__*.sql"
                + (required > newest + 1 ? " to sql/" + schema + "/" + version + "__*.sql" : "");
        String stopped = history.stream()
                .filter(row -> row.isVersion() && row.number() == newest + 1)
                .filter(row -> row.state() == HistoryRow.State.FAILED || row.state() == HistoryRow.State.RUNNING)
                .map(row -> "; " + row.version() + " is " + row.state() + ", see scripts/sql status --schema " + schema)
                .findFirst()
                .orElse("");
        throw new IllegalStateException("schema " + schema + " is at " + ScriptFile.versionOf('V', newest)
                + ", this version needs " + version + ": run " + scripts + " (scripts/sql apply --schema " + schema
                + ")"
                + stopped);
    }

    /** The newest version applied to the selected database, such as V001; V000 for none. */
    public static String appliedVersion(Connection connection) {
        return ScriptFile.versionOf('V', SchemaStatus.newestWithoutGap(history(connection)));
    }

    private static List<HistoryRow> history(Connection connection) {
        try {
            return new SchemaHistory(connection).rows();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read schema_history: " + e.getMessage(), e);
        }
    }
}
