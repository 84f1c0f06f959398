package io.jointlending.support.schema;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;

/**
 * A connection made ready for scripts: the lock of its database is held, statements commit by themselves, the SQL mode and
 * time zone are those of a stock MySQL 8 whatever the server's configuration, and a statement that waits for a table in
 * use gives up soon instead of stopping everybody behind it. On close everything is as before.
 */
final class SchemaSession implements AutoCloseable {
    private static final String SQL_MODE =
            "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
    private static final int TABLE_WAIT_SECONDS = 10;

    private final Connection connection;
    private final String database;
    private final String lock;
    private final boolean autoCommit;
    private final String sqlMode;
    private final String timeZone;
    private final String tableWait;

    private SchemaSession(Connection connection, int waitSeconds) throws SQLException {
        this.connection = connection;
        this.database = currentDatabase(connection);
        this.lock = lockOf(database);
        this.autoCommit = connection.getAutoCommit();
        this.sqlMode = variable("sql_mode");
        this.timeZone = variable("time_zone");
        this.tableWait = variable("lock_wait_timeout");
        if (!getLock(waitSeconds)) {
            throw new SchemaException(
                    SchemaException.Reason.TIMEOUT,
                    "another run works on database " + database + ": its lock was not free within " + waitSeconds
                            + " s (SELECT IS_USED_LOCK('" + lock + "') names the connection)");
        }
    }

    static SchemaSession open(Connection connection, int waitSeconds) throws SQLException {
        SchemaSession session = new SchemaSession(connection, waitSeconds);
        try {
            connection.setAutoCommit(true);
            session.set(SQL_MODE, "+00:00", Integer.toString(TABLE_WAIT_SECONDS));
            return session;
        } catch (SQLException e) {
            try (session) {
                throw e;
            }
        }
    }

    String database() {
        return database;
    }

    static String currentDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT DATABASE()")) {
            String database = result.next() ? result.getString(1) : null;
            if (database == null) {
                throw SchemaException.refused("this connection has no database selected");
            }
            return database;
        }
    }

    /** The name of the lock fits 64 characters whatever the length of the database's name. */
    static String lockOf(String database) {
        String name = "schema_scripts." + database;
        if (name.length() <= 64) {
            return name;
        }
        CRC32 crc = new CRC32();
        crc.update(database.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, 55) + "." + Long.toHexString(crc.getValue());
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return; // and with it went the lock
        }
        try (PreparedStatement release = connection.prepareStatement("DO RELEASE_LOCK(?)")) {
            set(sqlMode, timeZone, tableWait);
            release.setString(1, lock);
            release.execute();
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private boolean getLock(int waitSeconds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
            statement.setString(1, lock);
            statement.setInt(2, waitSeconds);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) == 1;
            }
        }
    }

    private String variable(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT @@SESSION." + name)) {
            result.next();
            return result.getString(1);
        }
    }

    private void set(String mode, String zone, String wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SET SESSION sql_mode = ?, time_zone = ?, lock_wait_timeout = " + Integer.parseInt(wait))) {
            statement.setString(1, mode);
            statement.setString(2, zone);
            statement.execute();
        }
    }
}
