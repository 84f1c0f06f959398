package io.jointlending.support.schema;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An empty database of the dev stack with a name of its own; dropped at the end. */
final class TestDatabase implements AutoCloseable {
    private final DevStackProcess stack;
    private final String name;
    private final Connection connection;

    private TestDatabase(DevStackProcess stack, String name) throws SQLException {
        this.stack = stack;
        this.name = name;
        try (Connection server = DriverManager.getConnection(url(""), user(), password());
                Statement statement = server.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " DEFAULT CHARACTER SET utf8mb4");
        }
        this.connection = connectAgain();
    }

    static TestDatabase create() {
        try {
            String suffix = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
            return new TestDatabase(DevStackProcess.shared(Component.MARIADB), "schema_" + suffix);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
    }

    String name() {
        return name;
    }

    Connection connection() {
        return connection;
    }

    Connection connectAgain() throws SQLException {
        return DriverManager.getConnection(url(name), user(), password());
    }

    /** Address of the server without a database. */
    String serverUrl() {
        return "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port");
    }

    String user() {
        return stack.property("mysql.root.user");
    }

    String password() {
        return stack.property("mysql.root.password");
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** First column of the first row. */
    String text(String sql) {
        return texts(sql).get(0);
    }

    /** First column of every row. */
    List<String> texts(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(String.valueOf(result.getString(1)));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> tables() {
        return texts("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1");
    }

    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop " + name, e);
        }
    }

    private String url(String database) {
        return serverUrl() + "/" + database;
    }
}
