package io.jointlending.support.usage;

import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the number of calls of each exported method into the table of the day. A call costs nothing here: it is counted by the
 * meter {@code jl.rpc} that times it anyway, and {@link #store} writes what was added since the last time, all methods in one
 * statement. An instance that dies takes with it what it had not stored yet.
 */
public final class CallCounts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallCounts.class);
    private static final String METER = "jl.rpc";

    private final Transactions transactions;
    private final CallCountMapper mapper;
    private final MeterRegistry meters;
    private final Supplier<Collection<ContractMethod>> exported;
    private final Set<ContractMethod> known = new HashSet<>();
    private final Map<ContractMethod, Long> stored = new HashMap<>();

    /**
     * Counts of one instance.
     *
     * @param session on the data source of the transactions
     * @param exported methods of the contracts that this instance exports now; calls of anything else are not counted
     */
    public CallCounts(
            Transactions transactions,
            SqlSession session,
            MeterRegistry meters,
            Supplier<Collection<ContractMethod>> exported) {
        this.transactions = transactions;
        this.mapper = CallUsage.mapper(session);
        this.meters = meters;
        this.exported = exported;
    }

    /** Stores what was called since the last time; 0, because nothing is left to be stored at once. */
    public synchronized int store() {
        Set<ContractMethod> methods = new TreeSet<>(exported.get());
        List<ContractMethod> fresh =
                methods.stream().filter(method -> !known.contains(method)).toList();
        Map<ContractMethod, Long> totals = totals(methods);
        List<MethodCalls> added = new ArrayList<>();
        for (ContractMethod method : methods) {
            long more = totals.getOrDefault(method, 0L) - stored.getOrDefault(method, 0L);
            if (more > 0) {
                added.add(new MethodCalls(method.contract(), method.method(), more));
            }
        }
        if (fresh.isEmpty() && added.isEmpty()) {
            return 0;
        }
        transactions.inTransaction(() -> {
            if (!fresh.isEmpty()) {
                mapper.known(fresh);
            }
            if (!added.isEmpty()) {
                mapper.add(added);
            }
        });
        // after the commit: what could not be stored is added the next time
        known.addAll(fresh);
        stored.putAll(totals);
        return 0;
    }

    /** Stores the last calls; what cannot be stored now is lost. */
    @Override
    public void close() {
        try {
            store();
        } catch (RuntimeException e) { // the end of the process: there is no later try
            LOG.warn("the last calls are not counted: {}", e.toString());
        }
    }

    private Map<ContractMethod, Long> totals(Set<ContractMethod> methods) {
        Map<String, ContractMethod> byName = new HashMap<>();
        methods.forEach(method -> byName.put(method.service() + '.' + method.method(), method));
        Map<ContractMethod, Long> totals = new HashMap<>();
        for (Timer timer : meters.find(METER).timers()) {
            ContractMethod method = byName.get(
                    timer.getId().getTag("service") + '.' + timer.getId().getTag("method"));
            if (method != null) {
                totals.merge(method, timer.count(), Long::sum); // one timer for each code
            }
        }
        return totals;
    }
}
