package io.jointlending.system.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Locks that make a provider wait at a step of its path, so that it can be killed exactly there. */
final class HeldKeys implements AutoCloseable {
    private final Connection connection;
    private final int held;

    private HeldKeys(Connection connection, int held) {
        this.connection = connection;
        this.held = held;
    }

    /** Holds the messages that wait in loan's outbox: whoever sends them cannot mark them. */
    static HeldKeys unmarked(DrillPlatform platform) throws SQLException {
        Connection connection = platform.database();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        int rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery(
                        "SELECT id FROM loan.mq_outbox WHERE status = 0 ORDER BY id FOR UPDATE")) {
            while (locked.next()) {
                rows++;
            }
        }
        return new HeldKeys(connection, rows);
    }

    /** Holds the keys of activation messages in loan's outbox: who activates an order waits with everything else written. */
    static HeldKeys unpublished(DrillPlatform platform, List<LoanMaker.Order> orders) throws SQLException {
        return inserted(
                platform,
                orders,
                "INSERT INTO loan.mq_outbox (msg_key, msg_type, topic, tag, body, next_at)"
                        + " VALUES (?, 'MasterOrderActivated', 'loan', 'MasterOrderActivated', '{}', NOW(3))");
    }

    /** Holds the keys of activation messages: the ledger's consumer waits with its first statement, inside its transaction. */
    static HeldKeys unconsumed(DrillPlatform platform, List<LoanMaker.Order> orders) throws SQLException {
        return inserted(
                platform,
                orders,
                "INSERT INTO repayment.mq_consume_log (consumer_group, msg_key, body_hash)"
                        + " VALUES ('repayment-ledger', ?, REPEAT('0', 64))");
    }

    private static HeldKeys inserted(DrillPlatform platform, List<LoanMaker.Order> orders, String sql)
            throws SQLException {
        Connection connection = platform.database();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (LoanMaker.Order order : orders) {
                insert.setString(1, "activated-" + order.orderNo());
                insert.executeUpdate();
            }
        }
        return new HeldKeys(connection, orders.size());
    }

    /** How many rows are held. */
    int held() {
        return held;
    }

    /** Lets go; nothing was changed. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
