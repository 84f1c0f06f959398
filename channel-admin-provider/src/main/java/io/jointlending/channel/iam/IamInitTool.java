package io.jointlending.channel.iam;

import io.jointlending.api.iam.PersonView;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code scripts/iam-init}: adds an administrator with a one-time password, as long as there are fewer than two. With two of them
 * every further user is proposed by one and approved by the other; this tool then refuses. Who may run it is whoever has the
 * account of the schema.
 */
public final class IamInitTool {
    private static final int ENOUGH = 2;
    private static final Pattern LOGIN_NAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int REFUSED = 4;

    private IamInitTool() {}

    /** {@code --login NAME [--name TEXT]}, with JL_DB_URL, JL_DB_USERNAME and JL_DB_PASSWORD in the environment. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv()));
    }

    static int run(String[] args, Map<String, String> environment) {
        String login = "";
        String name = "";
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--login" -> login = args[i + 1];
                case "--name" -> name = args[i + 1];
                default -> login = "?";
            }
        }
        if (args.length % 2 != 0 || !LOGIN_NAME.matcher(login).matches() || name.length() > 64) {
            return answer(
                    USAGE,
                    "\"error\":\"iam-init --login NAME [--name TEXT]; NAME is 2 to 32 of a-z, 0-9, dot, dash and underscore\"");
        }
        try (Connection connection = DriverManager.getConnection(
                environment.getOrDefault("JL_DB_URL", ""),
                environment.getOrDefault("JL_DB_USERNAME", "channel_admin"),
                environment.getOrDefault("JL_DB_PASSWORD", ""))) {
            execute(connection, "SET time_zone = '+00:00'");
            connection.setAutoCommit(false);
            return add(connection, login, name.isBlank() ? login : name);
        } catch (SQLException e) {
            return answer(FAILED, "\"error\":\"the database refused, error " + e.getErrorCode() + "\"");
        }
    }

    private static int add(Connection connection, String login, String name) throws SQLException {
        // one row that every run locks first: two runs at once must not add a third
        number(connection, "SELECT COUNT(*) FROM iam_role WHERE role_code = 'ADMINISTRATOR' FOR UPDATE");
        long administrators = number(
                connection,
                "SELECT COUNT(DISTINCT u.login_name) FROM iam_user u JOIN iam_user_role r ON r.login_name = u.login_name"
                        + " WHERE u.status = 'ENABLED' AND r.granted = 1 AND r.role_code = 'ADMINISTRATOR'");
        if (administrators >= ENOUGH) {
            connection.rollback();
            return answer(
                    REFUSED,
                    "\"error\":\"two administrators exist; further users are proposed by one and approved by the other\"");
        }
        Passwords passwords = new Passwords(Passwords.LEAST_ROUNDS);
        String oneTime = passwords.oneTime();
        Passwords.Stored stored = passwords.hash(oneTime);
        int added;
        try {
            added = execute(
                    connection,
                    "INSERT INTO iam_user (login_name, display_name, user_kind, status, password_hash, password_salt,"
                            + " password_rounds, must_change, password_until)"
                            + " VALUES (?, ?, ?, 'ENABLED', ?, ?, ?, 1, NOW(3) + INTERVAL 1 DAY)",
                    login,
                    name,
                    PersonView.OPERATOR,
                    stored.hash(),
                    stored.salt(),
                    stored.rounds());
        } catch (java.sql.SQLIntegrityConstraintViolationException e) {
            connection.rollback();
            return answer(REFUSED, "\"error\":\"a user of this name exists\"");
        }
        added += execute(
                connection,
                "INSERT INTO iam_user_role (login_name, role_code) VALUES (?, ?)",
                login,
                Users.ADMINISTRATOR);
        added += execute(
                connection,
                "INSERT INTO audit_log (operator, caller, action, target_kind, target_code, request_no, after_state)"
                        + " VALUES ('iam-init', 'iam-init', 'iamInit', 'USER', ?, 'iam-init', ?)",
                login,
                "{\"roles\":[\"" + Users.ADMINISTRATOR + "\"]}");
        if (added != 3) {
            throw new IllegalStateException("iam-init wrote " + added + " rows instead of 3");
        }
        connection.commit();
        return answer(
                0,
                "\"loginName\":\"" + login + "\",\"oneTimePassword\":\"" + oneTime
                        + "\",\"validHours\":24,\"administrators\":" + (administrators + 1));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static int answer(int code, String members) {
        System.out.println("{\"ok\":" + (code == 0) + ",\"exitCode\":" + code + "," + members + "}");
        return code;
    }
}
