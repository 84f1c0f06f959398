package io.jointlending.fund.watch;

import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every monitor in turn. Each finding is an alarm that is raised once an hour at most, by whichever instance finds it. */
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int MOST_ALARMS = 20;

    private final List<Monitor> monitors;
    private final Transactions transactions;
    private final Alarms alarms;
    private final Map<String, AtomicLong> found = new LinkedHashMap<>();

    Watch(List<Monitor> monitors, Transactions transactions, Alarms alarms, MeterRegistry meters) {
        this.monitors = List.copyOf(monitors);
        this.transactions = transactions;
        this.alarms = alarms;
        for (Monitor monitor : monitors) {
            AtomicLong value = new AtomicLong();
            found.put(monitor.code(), value);
            Gauge.builder("jl.fund.monitor", value, AtomicLong::get)
                    .description("what the monitor found last: 0 is healthy")
                    .tags("monitor", monitor.code())
                    .register(meters);
        }
    }

    /** One round; a monitor that fails does not hold up the others. Returns 0, so that the sweeper pauses. */
    public int round() {
        RuntimeException failure = null;
        for (Monitor monitor : monitors) {
            try {
                transactions.inTransaction(() -> ask(monitor));
            } catch (RuntimeException e) { // the owner of the loop tells of the last one
                LOG.warn("monitor={} could not look: {}", monitor.code(), e.toString());
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return 0;
    }

    private void ask(Monitor monitor) {
        List<Monitor.Finding> findings = monitor.look();
        AtomicLong value = found.get(monitor.code());
        if (value != null) {
            value.set(findings.stream().mapToLong(Monitor.Finding::count).sum());
        }
        findings.stream()
                .limit(MOST_ALARMS)
                .forEach(finding -> alarms.raiseHourly(new Alarm(monitor.code(), finding.subject(), finding.detail())));
    }
}
