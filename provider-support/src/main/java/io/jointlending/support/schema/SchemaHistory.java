package io.jointlending.support.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code schema_history} of the current database: which scripts ran, with which content, and how they ended. */
final class SchemaHistory {
    /** The same text as {@code sql/schema_history.sql}, for those who work by hand. */
    static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS schema_history (
              version     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'V001 for a version, S001 for seed data',
              description VARCHAR(128) NOT NULL COMMENT 'words of the file name',
              checksum    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the file, hex',
              applied_by  VARCHAR(128) NOT NULL COMMENT 'database user and host of the run',
              applied_at  DATETIME(3) NOT NULL COMMENT 'UTC, when the run began',
              duration_ms BIGINT NOT NULL COMMENT 'how long it took',
              state       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RUNNING, APPLIED, FAILED, ROLLED_BACK',
              note        VARCHAR(1000) NULL COMMENT 'for FAILED: which statement and why',
              created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
              updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
              PRIMARY KEY (version),
              CONSTRAINT ck_schema_history_state CHECK (state IN ('RUNNING', 'APPLIED', 'FAILED', 'ROLLED_BACK'))
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='scripts that ran on this schema'
            """;

    private static final int NOTE_LENGTH = 1000;

    private final Connection connection;

    SchemaHistory(Connection connection) {
        this.connection = connection;
    }

    void createIfMissing() throws SQLException {
        if (!exists()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
        }
    }

    /** Every row, by version; empty when there is no table. */
    List<HistoryRow> rows() throws SQLException {
        List<HistoryRow> rows = new ArrayList<>();
        if (!exists()) {
            return rows;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        """
                        SELECT version, description, checksum, applied_by, CAST(applied_at AS CHAR), duration_ms, state, note
                          FROM schema_history ORDER BY version""")) {
            while (result.next()) {
                rows.add(new HistoryRow(
                        result.getString(1),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getString(5),
                        result.getLong(6),
                        HistoryRow.State.valueOf(result.getString(7)),
                        result.getString(8)));
            }
        }
        return rows;
    }

    void begin(ScriptFile script) throws SQLException {
        update(
                """
                INSERT INTO schema_history (version, description, checksum, applied_by, applied_at, duration_ms, state)
                VALUES (?, ?, ?, LEFT(USER(), 128), UTC_TIMESTAMP(3), 0, 'RUNNING')
                ON DUPLICATE KEY UPDATE description = VALUES(description), checksum = VALUES(checksum),
                  applied_by = VALUES(applied_by), applied_at = VALUES(applied_at), duration_ms = 0,
                  state = VALUES(state), note = NULL""",
                script.version(),
                script.description(),
                script.checksum());
    }

    void end(String version, HistoryRow.State state, long durationMs, @Nullable String note) throws SQLException {
        String shortNote = note == null || note.length() <= NOTE_LENGTH ? note : note.substring(0, NOTE_LENGTH);
        update(
                "UPDATE schema_history SET state = ?, duration_ms = ?, note = ? WHERE version = ?",
                state.name(),
                durationMs,
                shortNote,
                version);
    }

    private boolean exists() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        """
                        SELECT COUNT(*) FROM information_schema.tables
                         WHERE table_schema = DATABASE() AND table_name = 'schema_history'""")) {
            return result.next() && result.getInt(1) > 0;
        }
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int rows = statement.executeUpdate();
            if (rows == 0) {
                throw new IllegalStateException("the row of " + values[values.length - 1] + " left schema_history");
            }
        }
    }
}
