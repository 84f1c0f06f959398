package io.jointlending.support.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.ops.CallsQuery;
import io.jointlending.api.ops.CallsView;
import io.jointlending.api.ops.FigureView;
import io.jointlending.api.ops.OpsService;
import io.jointlending.api.ops.StatementsQuery;
import io.jointlending.api.ops.StatementsView;
import io.jointlending.api.ops.StatusRequest;
import io.jointlending.api.ops.StatusView;
import io.jointlending.support.outbox.OutboxBacklog;
import io.jointlending.support.schema.SchemaGuard;
import io.jointlending.support.sql.StatementTimes;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.usage.CallUsage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** What this instance says of itself. */
public final class OpsRpc implements OpsService {
    private static final String OURS = "jl.";

    private final String application;
    private final String instance;
    private final DataSource dataSource;
    private final BusinessCalendar calendar;
    private final OutboxBacklog backlog;
    private final MeterRegistry meters;
    private final CallUsage usage;
    private final StatementTimes times;

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
            OutboxBacklog backlog,
            MeterRegistry meters,
            CallUsage usage,
            StatementTimes times) {
        this.application = application;
        this.instance = instance;
        this.dataSource = dataSource;
        this.calendar = calendar;
        this.backlog = backlog;
        this.meters = meters;
        this.usage = usage;
        this.times = times;
    }

    @Override
    public RpcResult<StatusView> status(StatusRequest request) {
        OutboxBacklog.Size waiting = backlog.size();
        return RpcResult.ok(new StatusView(
                application,
                instance,
                schemaVersion(),
                calendar.today(),
                waiting.pending(),
                waiting.oldestSeconds(),
                figures()));
    }

    @Override
    public RpcResult<CallsView> calls(CallsQuery query) {
        return RpcResult.ok(usage.ofLast(query.days()));
    }

    @Override
    public RpcResult<StatementsView> statements(StatementsQuery query) {
        return RpcResult.ok(
                new StatementsView(application, instance, times.since(), times.most(query.order(), query.limit())));
    }

    /** The gauges of the business; a figure that cannot be measured now is left out, as the metrics leave it out. */
    private List<FigureView> figures() {
        return meters.getMeters().stream()
                .filter(meter ->
                        meter instanceof Gauge && meter.getId().getName().startsWith(OURS))
                .map(Gauge.class::cast)
                .flatMap(gauge -> figure(gauge).stream())
                .sorted(Comparator.comparing(FigureView::name).thenComparing(FigureView::of))
                .toList();
    }

    private static Optional<FigureView> figure(Gauge gauge) {
        double measured = gauge.value();
        String of = gauge.getId().getTags().stream()
                .filter(tag -> !tag.getKey().equals("application"))
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
        return Double.isNaN(measured)
                ? Optional.empty()
                : Optional.of(new FigureView(gauge.getId().getName(), of, Math.round(measured)));
    }

    private String schemaVersion() {
        try (Connection connection = dataSource.getConnection()) {
            return SchemaGuard.appliedVersion(connection);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no connection", e);
        }
    }
}
