package io.jointlending.support.ops;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Whether the database answers, within two seconds. */
public final class DatabaseCheck implements Supplier<@Nullable String> {
    private static final int SECONDS = 2;

    private final DataSource dataSource;

    /** A check by a connection of this pool. */
    public DatabaseCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public @Nullable String get() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS) ? null : "no answer within " + SECONDS + " s";
        } catch (SQLException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage()).lines().findFirst().orElse("unreachable");
        }
    }
}
