package io.jointlending.support.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.ops.OpsService;
import io.jointlending.api.ops.StatusRequest;
import io.jointlending.api.ops.StatusView;
import io.jointlending.support.outbox.OutboxBacklog;
import io.jointlending.support.schema.SchemaGuard;
import io.jointlending.support.time.BusinessCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** What this instance says of itself. */
public final class OpsRpc implements OpsService {
    private final String application;
    private final String instance;
    private final DataSource dataSource;
    private final BusinessCalendar calendar;
    private final OutboxBacklog backlog;

    /**
     * The service of one instance.
     *
     * @param instance host, port and process id
     */
    public OpsRpc(
            String application,
            String instance,
            DataSource dataSource,
            BusinessCalendar calendar,
            OutboxBacklog backlog) {
        this.application = application;
        this.instance = instance;
        this.dataSource = dataSource;
        this.calendar = calendar;
        this.backlog = backlog;
    }

    @Override
    public RpcResult<StatusView> status(StatusRequest request) {
        OutboxBacklog.Size waiting = backlog.size();
        return RpcResult.ok(new StatusView(
                application, instance, schemaVersion(), calendar.today(), waiting.pending(), waiting.oldestSeconds()));
    }

    private String schemaVersion() {
        try (Connection connection = dataSource.getConnection()) {
            return SchemaGuard.appliedVersion(connection);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no connection", e);
        }
    }
}
