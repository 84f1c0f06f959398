package io.jointlending.support.wiring;

import com.alibaba.druid.pool.DruidDataSource;
import io.jointlending.support.ops.RegistryState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The meters of the process itself. */
final class JvmMeters implements AutoCloseable {
    private final JvmGcMetrics collections = new JvmGcMetrics();

    JvmMeters(PrometheusMeterRegistry meters, DruidDataSource pool, RegistryState registry) {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        collections.bindTo(meters);
        Gauge.builder("jl.registered", registry, RegistryState::registered)
                .description("contracts of this instance that consumers can find, 0 when offline")
                .register(meters);
        Gauge.builder("jl.db.connections.active", pool, DruidDataSource::getActiveCount)
                .description("business connections in use")
                .register(meters);
        Gauge.builder("jl.db.connections.waiting", pool, DruidDataSource::getWaitThreadCount)
                .description("threads that wait for a business connection")
                .register(meters);
    }

    @Override
    public void close() {
        collections.close();
    }
}
