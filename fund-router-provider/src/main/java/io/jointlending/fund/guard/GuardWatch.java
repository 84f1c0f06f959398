package io.jointlending.fund.guard;

import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One round every two seconds: counts the instances, exchanges health, and raises an alarm for what began since the last. */
public final class GuardWatch {
    private final CallGate gate;
    private final Breakers breakers;
    private final ChannelHealth health;
    private final Instances instances;
    private final Transactions transactions;
    private final Alarms alarms;
    private final String instance;
    private Map<String, Set<String>> told = Map.of();
    private boolean toldLocal;

    /**
     * A watch.
     *
     * @param instance name of this instance, subject of its alarms
     */
    public GuardWatch(
            CallGate gate,
            Breakers breakers,
            ChannelHealth health,
            Instances instances,
            Transactions transactions,
            Alarms alarms,
            String instance,
            MeterRegistry meters) {
        this.gate = gate;
        this.breakers = breakers;
        this.health = health;
        this.instances = instances;
        this.transactions = transactions;
        this.alarms = alarms;
        this.instance = instance;
        Gauge.builder("jl.fund.gate.local", gate, watched -> watched.local() ? 1 : 0)
                .description("1 while Redis does not answer and this instance keeps to its share of every gate")
                .register(meters);
        Gauge.builder("jl.fund.instances", instances, Instances::getAsInt)
                .description("instances by which a gate is shared without Redis")
                .register(meters);
        Gauge.builder("jl.fund.breakers.open", breakers, watched -> watched.open().values().stream()
                        .mapToInt(Set::size)
                        .sum())
                .description("endpoints of institutions that this instance does not call now")
                .register(meters);
    }

    /** One round; returns 0, so that the sweeper pauses. */
    public int round() {
        if (!gate.local()) {
            instances.beat().thenCombine(health.exchange(), (beaten, exchanged) -> null);
        }
        boolean local = gate.local();
        if (local && !toldLocal) {
            raise(new Alarm(
                    "GATE_LOCAL",
                    instance,
                    "Redis does not answer; this instance keeps to one of " + instances.getAsInt()
                            + " shares of every gate"));
        }
        toldLocal = local;
        Map<String, Set<String>> open = new HashMap<>(breakers.open());
        new TreeMap<>(open).forEach((channel, endpoints) -> {
            if (!endpoints.equals(told.get(channel))) {
                raise(new Alarm("BREAKER_OPEN", channel, "not called by " + instance + ": " + endpoints));
            }
        });
        told = open;
        return 0;
    }

    private void raise(Alarm alarm) {
        transactions.inTransaction(() -> alarms.raiseHourly(alarm));
    }
}
