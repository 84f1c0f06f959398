package io.jointlending.support.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of one schema, run on one database: {@code sql/<schema>/V001__name.sql} builds, {@code U001__name.sql} takes
 * back, {@code C001__name.sql} holds SELECTs that must return no row, {@code seed/S001__name.sql} fills in sample data, {@code archive/A001__name.sql}
 * moves what has ended to archive tables.
 *
 * <p>The database is the one selected in the connection; its name may differ from the folder's, as it does in tests. What
 * ran is written to the table {@code schema_history} of that database. Two runs on one database exclude each other.
 */
public final class SchemaScripts {
    /** How long a run waits for another one on the same database, in seconds. */
    static final int DEFAULT_WAIT_SECONDS = 30;

    private SchemaScripts() {}

    /**
     * Runs every version not applied yet.
     *
     * @throws SchemaException refused: an applied script was changed, a version was skipped, one stopped in its middle or
     *     the database is newer; failed: a statement failed, which the history records; timeout: another run
     */
    public static ChangeReport apply(Connection connection, Path schemaDir) {
        return apply(connection, schemaDir, null, DEFAULT_WAIT_SECONDS);
    }

    /** As {@link #apply(Connection, Path)}, up to and including version {@code to}; null for all. */
    public static ChangeReport apply(Connection connection, Path schemaDir, @Nullable String to, int waitSeconds) {
        ScriptFolder scripts = ScriptFolder.read(schemaDir);
        if (to != null && scripts.find(to) == null) {
            throw SchemaException.refused("there is no " + to + " in " + schemaDir);
        }
        return locked(connection, waitSeconds, database -> {
            SchemaHistory history = new SchemaHistory(connection);
            history.createIfMissing();
            SchemaStatus status = SchemaStatus.of(scripts, database, history.rows());
            if (status.condition().refusesApply()) {
                throw SchemaException.refused("schema " + scripts.schema() + " in database " + database + ": "
                        + status.condition() + ": " + status.advice());
            }
            List<String> ran = new ArrayList<>();
            for (String version : status.pending()) {
                if (to == null || version.compareTo(to) <= 0) {
                    ScriptFile script = present(scripts.find(version));
                    new ScriptRun(connection, history).apply(script);
                    ran.add(script.fileName());
                }
            }
            return report(scripts, database, history, ran);
        });
    }

    /** Runs the check scripts of the applied versions. Changes nothing. */
    public static VerifyReport verify(Connection connection, Path schemaDir) {
        ScriptFolder scripts = ScriptFolder.read(schemaDir);
        return locked(connection, DEFAULT_WAIT_SECONDS, database -> {
            SchemaHistory history = new SchemaHistory(connection);
            SchemaStatus status = SchemaStatus.of(scripts, database, history.rows());
            if (status.condition() == SchemaStatus.Condition.FAILED) {
                throw SchemaException.refused("schema " + scripts.schema() + ": " + status.advice());
            }
            int newest = SchemaStatus.newestWithoutGap(status.history());
            if (newest == 0) {
                throw SchemaException.refused("schema " + scripts.schema() + " in database " + database
                        + " has no version applied: nothing to verify");
            }
            List<VerifyReport.BrokenRule> broken = new ArrayList<>();
            int checks = 0;
            for (ScriptFile check : scripts.checksUpTo(newest)) {
                checks += new ScriptRun(connection, history).check(check, broken);
            }
            return new VerifyReport(scripts.schema(), database, checks, List.copyOf(broken));
        });
    }

    /**
     * Takes the newest version back, or one that stopped in its middle.
     *
     * @param version the version to take back; refused unless it is the newest one
     * @throws SchemaException refused also when a table that would be dropped has rows
     */
    public static ChangeReport rollback(Connection connection, Path schemaDir, String version) {
        return rollback(connection, schemaDir, version, false, DEFAULT_WAIT_SECONDS);
    }

    /** As {@link #rollback(Connection, Path, String)}; {@code dropData} allows to drop tables that have rows. */
    public static ChangeReport rollback(
            Connection connection, Path schemaDir, String version, boolean dropData, int waitSeconds) {
        ScriptFolder scripts = ScriptFolder.read(schemaDir);
        return locked(connection, waitSeconds, database -> {
            SchemaHistory history = new SchemaHistory(connection);
            ScriptFile undo = undoScript(scripts, SchemaStatus.of(scripts, database, history.rows()), version);
            ScriptRun run = new ScriptRun(connection, history);
            List<String> full = run.tablesWithDataDroppedBy(undo);
            if (!full.isEmpty() && !dropData) {
                throw SchemaException.refused(undo.fileName() + " drops tables that have rows: "
                        + String.join(", ", full) + "; --drop-data allows it");
            }
            run.undo(version, undo);
            if (version.equals(ScriptFile.versionOf('V', 1))) {
                for (HistoryRow row : history.rows()) {
                    if (!row.isVersion()) {
                        history.end(row.version(), HistoryRow.State.ROLLED_BACK, row.durationMs(), null);
                    }
                }
            }
            return report(scripts, database, history, List.of(undo.fileName()));
        });
    }

    /** What ran, what is to run, and what is wrong. Changes nothing and waits for nobody. */
    public static SchemaStatus status(Connection connection, Path schemaDir) {
        ScriptFolder scripts = ScriptFolder.read(schemaDir);
        try {
            return SchemaStatus.of(
                    scripts, SchemaSession.currentDatabase(connection), new SchemaHistory(connection).rows());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs the seed scripts not applied yet, each as one transaction. All versions have to be applied before. */
    public static ChangeReport seed(Connection connection, Path schemaDir) {
        ScriptFolder scripts = ScriptFolder.read(schemaDir);
        return locked(connection, DEFAULT_WAIT_SECONDS, database -> {
            SchemaHistory history = new SchemaHistory(connection);
            SchemaStatus status = SchemaStatus.of(scripts, database, history.rows());
            if (status.condition() != SchemaStatus.Condition.CURRENT) {
                throw SchemaException.refused("schema " + scripts.schema() + " in database " + database + " is "
                        + status.condition() + ": " + status.advice());
            }
            List<String> ran = new ArrayList<>();
            for (String version : status.pendingSeeds()) {
                ScriptFile script = present(scripts.find(version));
                new ScriptRun(connection, history).seed(script);
                ran.add(script.fileName());
            }
            return report(scripts, database, history, ran);
        });
    }

    /**
     * Moves what has ended to the archive tables, in batches that are one transaction each. Every version has to be applied.
     * A run that stopped anywhere is simply started again.
     *
     * @param log one line for each batch
     * @throws SchemaException failed: a copy differs from what it copies; that batch is rolled back
     */
    public static ArchiveReport archive(
            Connection connection, Path schemaDir, ArchiveRequest request, Consumer<String> log) {
        ScriptFolder scripts = ScriptFolder.read(schemaDir);
        return locked(connection, DEFAULT_WAIT_SECONDS, database -> {
            SchemaStatus status = SchemaStatus.of(scripts, database, new SchemaHistory(connection).rows());
            if (status.condition() != SchemaStatus.Condition.CURRENT) {
                throw SchemaException.refused("schema " + scripts.schema() + " in database " + database + " is "
                        + status.condition() + ": " + status.advice());
            }
            return new ArchiveRun(connection, request, log).run(scripts, database, schemaDir);
        });
    }

    /**
     * Runs {@code grants.sql}: makes the account of the provider, or gives it this password, and grants what it needs.
     *
     * @param password goes into the statements and nowhere else
     */
    public static ChangeReport accounts(Connection connection, Path schemaDir, String password) {
        ScriptFolder scripts = ScriptFolder.read(schemaDir);
        return locked(connection, DEFAULT_WAIT_SECONDS, database -> {
            for (SqlStatement sql : SqlStatement.read(scripts.grants())) {
                String filled = sql.text()
                        .replace("${database}", database)
                        .replace("${password}", password.replace("\\", "\\\\").replace("'", "''"));
                try (Statement statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute(filled);
                } catch (SQLException e) {
                    // without the cause: the server quotes the statement, and the statement has the password
                    throw new SchemaException(
                            SchemaException.Reason.FAILED,
                            scripts.grants() + " line " + sql.line() + " failed with error " + e.getErrorCode());
                }
            }
            return report(scripts, database, new SchemaHistory(connection), List.of(ScriptFolder.GRANTS));
        });
    }

    static ScriptFile undoScript(ScriptFolder scripts, SchemaStatus status, String version) {
        HistoryRow newest = null;
        for (HistoryRow row : status.history()) {
            if (row.isVersion() && row.state() != HistoryRow.State.ROLLED_BACK) {
                newest = row;
            }
        }
        if (newest == null || !newest.version().equals(version)) {
            throw SchemaException.refused("database " + status.database() + " has "
                    + (newest == null ? "nothing" : newest.version() + " as its newest version") + ": cannot take back "
                    + version);
        }
        ScriptFile undo = scripts.undoOf(newest.number());
        if (undo == null) {
            throw SchemaException.refused("there is no U script for " + version + " in sql/" + scripts.schema());
        }
        return undo;
    }

    private static ChangeReport report(ScriptFolder scripts, String database, SchemaHistory history, List<String> ran)
            throws SQLException {
        int newest = SchemaStatus.newestWithoutGap(history.rows());
        return new ChangeReport(scripts.schema(), database, List.copyOf(ran), ScriptFile.versionOf('V', newest));
    }

    private static <T> T locked(Connection connection, int waitSeconds, Work<T> work) {
        try (SchemaSession session = SchemaSession.open(connection, waitSeconds)) {
            return work.on(session.database());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static SchemaException failed(SQLException e) {
        return new SchemaException(SchemaException.Reason.FAILED, "the database answered: " + e.getMessage(), e);
    }

    private static ScriptFile present(@Nullable ScriptFile script) {
        if (script == null) {
            throw new IllegalStateException("a pending version has no script");
        }
        return script;
    }

    private interface Work<T> {
        T on(String database) throws SQLException;
    }
}
