package io.jointlending.system.bench;

import io.jointlending.system.bench.CapturedRepays.Repay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Issues captured repayments again, one transaction each, on one connection with prepared statements. Nothing else. */
final class JdbcCaller implements Load.Caller, AutoCloseable {
    private final Connection connection;
    private final Iterator<Repay> repays;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    JdbcCaller(Connection connection, List<Repay> repays) throws SQLException {
        this.connection = connection;
        this.repays = repays.iterator();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    @Override
    public boolean once() throws SQLException {
        if (!repays.hasNext()) {
            return false;
        }
        for (Literals one : repays.next().statements()) {
            PreparedStatement statement = prepared.get(one.sql());
            if (statement == null) {
                statement = connection.prepareStatement(one.sql());
                prepared.put(one.sql(), statement);
            }
            for (int i = 0; i < one.values().size(); i++) {
                statement.setObject(i + 1, one.values().get(i));
            }
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
        connection.commit();
        return true;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
