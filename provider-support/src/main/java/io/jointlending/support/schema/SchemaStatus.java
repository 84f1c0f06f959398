package io.jointlending.support.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database has had of its scripts.
 *
 * @param schema name of the script folder
 * @param database the database looked at
 * @param condition how the two stand to each other
 * @param version newest version applied without a gap, V000 for none
 * @param history every row of the history table
 * @param pending versions not applied yet, in order
 * @param pendingSeeds seed scripts not applied yet, in order
 * @param advice what to do, where something is to be done
 */
public record SchemaStatus(
        String schema,
        String database,
        Condition condition,
        String version,
        List<HistoryRow> history,
        List<String> pending,
        List<String> pendingSeeds,
        @Nullable String advice) {

    /** How database and scripts stand to each other. */
    public enum Condition {
        /** Every script is applied. */
        CURRENT,
        /** Some scripts are to be applied. */
        BEHIND,
        /** The database is newer than these scripts. */
        AHEAD,
        /** A script was changed after it had been applied. */
        CHANGED,
        /** A version is missing between applied ones. */
        SKIPPED,
        /** A script stopped in its middle. */
        FAILED;

        boolean refusesApply() {
            return this != CURRENT && this != BEHIND;
        }
    }

    static SchemaStatus of(ScriptFolder scripts, String database, List<HistoryRow> history) {
        int newest = newestWithoutGap(history);
        List<String> pending = scripts.versions().tailMap(newest + 1).values().stream()
                .map(ScriptFile::version)
                .toList();
        List<String> pendingSeeds = scripts.seeds().values().stream()
                .map(ScriptFile::version)
                .filter(seed -> history.stream()
                        .noneMatch(row -> row.version().equals(seed) && row.state() == HistoryRow.State.APPLIED))
                .toList();
        Finding finding = find(scripts, history, newest);
        if (finding == null && !pending.isEmpty()) {
            finding = new Finding(
                    Condition.BEHIND,
                    "run " + String.join(", ", fileNames(scripts, newest)) + ": scripts/sql apply --schema "
                            + scripts.schema());
        }
        return new SchemaStatus(
                scripts.schema(),
                database,
                finding == null ? Condition.CURRENT : finding.condition,
                ScriptFile.versionOf('V', newest),
                List.copyOf(history),
                pending,
                pendingSeeds,
                finding == null ? null : finding.advice);
    }

    /** Number of the newest version up to which every version is applied; 0 for none. */
    static int newestWithoutGap(List<HistoryRow> history) {
        int newest = 0;
        for (HistoryRow row : history) {
            if (row.isVersion() && row.state() == HistoryRow.State.APPLIED && row.number() == newest + 1) {
                newest++;
            }
        }
        return newest;
    }

    private static @Nullable Finding find(ScriptFolder scripts, List<HistoryRow> history, int newest) {
        for (HistoryRow row : history) {
            if (row.state() == HistoryRow.State.FAILED || row.state() == HistoryRow.State.RUNNING) {
                return new Finding(Condition.FAILED, adviceForFailed(scripts, row));
            }
        }
        for (HistoryRow row : history) {
            if (row.state() == HistoryRow.State.ROLLED_BACK) {
                continue;
            }
            ScriptFile file = scripts.find(row.version());
            if (file == null) {
                return new Finding(
                        Condition.AHEAD,
                        row.version() + " (" + row.description() + ") is applied but not among these scripts: "
                                + "use the scripts of the newer version");
            }
            if (!file.checksum().equals(row.checksum())) {
                return new Finding(
                        Condition.CHANGED,
                        file.path() + " was changed after it had been applied at " + row.appliedAt()
                                + " UTC: bring the file back (git log -- " + file.fileName()
                                + ") and put the change into a new version");
            }
            if (row.isVersion() && row.number() > newest) {
                return new Finding(
                        Condition.SKIPPED,
                        row.version() + " is applied but " + ScriptFile.versionOf('V', newest + 1)
                                + " is not: apply the missing one by hand after review, with its row in schema_history");
            }
        }
        return null;
    }

    private static String adviceForFailed(ScriptFolder scripts, HistoryRow row) {
        String what = row.version() + " is " + row.state()
                + (row.state() == HistoryRow.State.RUNNING
                        ? " since " + row.appliedAt() + " UTC: either it still runs, or its process died"
                        : ": " + row.note())
                + ". The statements before it stay, because MySQL commits each DDL statement by itself. ";
        return what + "Either scripts/sql rollback --schema " + scripts.schema() + " --version " + row.version()
                + " and apply again, or run the rest by hand and then UPDATE schema_history SET state = 'APPLIED' "
                + "WHERE version = '" + row.version() + "'";
    }

    private static List<String> fileNames(ScriptFolder scripts, int newest) {
        List<String> names = new ArrayList<>();
        for (ScriptFile file : scripts.versions().tailMap(newest + 1).values()) {
            names.add("sql/" + scripts.schema() + "/" + file.fileName());
        }
        return names;
    }

    private record Finding(Condition condition, String advice) {}
}
