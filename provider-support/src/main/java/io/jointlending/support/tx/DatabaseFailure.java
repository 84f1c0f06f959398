package io.jointlending.support.tx;

import com.alibaba.druid.pool.DataSourceClosedException;
import com.alibaba.druid.pool.GetConnectionTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** What a failure says about the database, read from its cause chain and the vendor's error numbers. */
public enum DatabaseFailure {
    /** Chosen as the victim of a deadlock: rolled back, may be run again. */
    DEADLOCK,
    /** Waited too long for a row that another transaction holds: nothing was done by the statement. */
    LOCK_WAIT,
    /** No connection, before anything was stored. */
    UNREACHABLE,
    /** The connection broke while committing: nobody knows whether it was stored. */
    COMMIT_UNKNOWN,
    /** A unique key exists already. */
    DUPLICATE,
    /** A CHECK of the schema was broken: a wrong statement, not a wrong request. */
    CHECK,
    /** Anything else. */
    NONE;

    private static final int MAX_DEPTH = 20;

    /** Classifies a failure. */
    public static DatabaseFailure of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            DatabaseFailure found = single(cause);
            if (found != NONE) {
                return found;
            }
            cause = cause.getCause();
        }
        return NONE;
    }

    private static DatabaseFailure single(@Nullable Throwable cause) {
        if (cause instanceof TransactionSystemException) {
            return COMMIT_UNKNOWN;
        }
        if (!(cause instanceof SQLException sql)) {
            return NONE;
        }
        if (cause instanceof SQLTimeoutException) {
            return LOCK_WAIT;
        }
        return switch (sql.getErrorCode()) {
            case 1213 -> DEADLOCK;
            case 1205, 1317, 1969, 3024, 3572 -> LOCK_WAIT;
            case 1062 -> DUPLICATE;
            case 3819, 4025 -> CHECK;
            // too many connections, access denied, unknown database, shutdown, killed, read only
            case 1040, 1044, 1045, 1049, 1053, 1203, 1226, 1290, 1836, 1927 -> UNREACHABLE;
            default -> connectionLost(sql) ? UNREACHABLE : NONE;
        };
    }

    private static boolean connectionLost(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof GetConnectionTimeoutException
                || sql instanceof DataSourceClosedException
                || sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException
                || (state != null && state.startsWith("08"));
    }
}
