package io.jointlending.fund.guard;

import com.alibaba.csp.sentinel.AsyncEntry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.degrade.circuitbreaker.CircuitBreaker;
import com.alibaba.csp.sentinel.slots.block.degrade.circuitbreaker.EventObserverRegistry;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.error.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The breakers (熔断) of this instance, one for each endpoint of a channel, so that an institution that fails to lend can
 * still be asked what became of a loan. The only owner of Sentinel's rules: Sentinel forgets invalid rules without a word and
 * replaces all rules at once, so they are checked here and always given in full. A person may hold one open or closed for a
 * time; one that was held closed is measured anew afterwards.
 */
public final class Breakers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    /** Sentinel guards 6000 names and lets every further one pass unguarded. */
    private static final int MOST_RESOURCES = 4_000;

    private static final Object SENTINEL = Breakers.class;
    private static final long AGAIN_MILLIS = 1_000;

    /** A breaker that is held open may be let go of at any moment. */
    private static final long HELD_AGAIN_MILLIS = 10_000;

    private final String observer = "fund-breakers-" + System.identityHashCode(this);
    private final Map<String, Guarded> guarded = new ConcurrentHashMap<>();
    private final Map<String, Long> openSince = new ConcurrentHashMap<>();
    private volatile Map<String, Held> held = Map.of();

    private record Guarded(
            String channel, ChannelDefinition.Breaker settings, boolean closed, List<DegradeRule> rules) {}

    private record Held(HeldBreaker breaker, long untilNanos) {
        boolean in(HeldBreaker.Position position) {
            return breaker.position() == position && untilNanos - System.nanoTime() > 0;
        }
    }

    /**
     * Breakers.
     *
     * @param logs directory for the files that Sentinel writes; its own default is the home of the account
     */
    public Breakers(Path logs) {
        setUnlessSet("csp.sentinel.log.dir", logs.toAbsolutePath().toString());
        setUnlessSet("csp.sentinel.metric.flush.interval", "0"); // its figures are in /metrics, not in files
        setUnlessSet("csp.sentinel.app.name", "fund-router-provider");
        EventObserverRegistry.getInstance()
                .addStateChangeObserver(observer, (before, after, rule, value) -> moved(after, rule));
    }

    /**
     * Refuses settings that Sentinel would forget. Code A0400, field {@code breaker}.
     *
     * @param channel a definition that is about to be used
     */
    public static void check(ChannelDefinition channel) {
        rules(channel.channel(), channel.breaker(), "check");
    }

    /** Replaces what persons hold; each lapses by itself, also when nobody can say so any more. */
    public void hold(List<HeldBreaker> breakers) {
        Map<String, Held> now = new HashMap<>();
        for (HeldBreaker one : breakers) {
            now.put(
                    resource(one.channel()) + one.endpoint(),
                    new Held(one, System.nanoTime() + one.left().toNanos()));
        }
        held = now;
        guarded.forEach((resource, known) -> {
            if (known.closed() != holds(resource, HeldBreaker.Position.CLOSED)) {
                guard(resource, known.channel(), known.settings());
            }
        });
    }

    private boolean holds(String resource, HeldBreaker.Position position) {
        Held one = held.get(resource);
        return one != null && one.in(position);
    }

    /** Lets a call pass, or not. */
    Optional<AsyncEntry> enter(ChannelDefinition channel, Endpoint endpoint) {
        String resource = resource(channel.channel(), endpoint);
        if (holds(resource, HeldBreaker.Position.OPEN)) {
            return Optional.empty();
        }
        Guarded known = guarded.get(resource);
        if (known == null
                || !known.settings().equals(channel.breaker())
                || known.closed() != holds(resource, HeldBreaker.Position.CLOSED)) {
            guard(resource, channel.channel(), channel.breaker());
        }
        try {
            return Optional.of(SphU.asyncEntry(resource, EntryType.OUT));
        } catch (BlockException e) {
            return Optional.empty();
        }
    }

    /** Ends a call that passed. */
    static void leave(AsyncEntry entry, CallOutcome outcome) {
        if (outcome == CallOutcome.NOT_TRIED) {
            // as if another rule had stopped it: counted neither as good nor as bad, and no successful probe
            entry.setBlockError(new DegradeException("not tried"));
        } else if (outcome.failure()) {
            entry.setError(new CallFailed(outcome));
        }
        entry.exit();
    }

    /** When it is worth asking an open breaker again. */
    long retryAfterMillis(ChannelDefinition channel, Endpoint endpoint) {
        String resource = resource(channel.channel(), endpoint);
        if (holds(resource, HeldBreaker.Position.OPEN)) {
            return HELD_AGAIN_MILLIS;
        }
        Long since = openSince.get(resource);
        if (since == null) {
            return AGAIN_MILLIS;
        }
        long passed = Duration.ofNanos(System.nanoTime() - since).toMillis();
        return Math.max(AGAIN_MILLIS, channel.breaker().open().toMillis() - passed);
    }

    /** Whether the figures of this instance have opened a breaker, wherever it is held. */
    public boolean measuredOpen(String channel, String endpoint) {
        return openSince.containsKey(resource(channel) + endpoint);
    }

    /** Endpoints, by channel, whose breaker opened and did not close yet, or is held open. */
    public Map<String, Set<String>> open() {
        return openSince(settings -> Long.MAX_VALUE);
    }

    /** Endpoints, by channel, that are not even tried now; a breaker that is due to be tried is not among them. */
    Map<String, Set<String>> resting() {
        return openSince(settings -> settings.open().toNanos());
    }

    private Map<String, Set<String>> openSince(ToLongFunction<ChannelDefinition.Breaker> most) {
        Map<String, Set<String>> all = new ConcurrentHashMap<>();
        openSince.forEach((resource, since) -> {
            Guarded known = guarded.get(resource);
            if (known != null && System.nanoTime() - since < most.applyAsLong(known.settings())) {
                all.computeIfAbsent(known.channel(), channel -> new TreeSet<>())
                        .add(resource.substring(resource(known.channel()).length()));
            }
        });
        for (Held one : held.values()) {
            if (one.in(HeldBreaker.Position.OPEN)) {
                all.computeIfAbsent(one.breaker().channel(), channel -> new TreeSet<>())
                        .add(one.breaker().endpoint());
            }
        }
        return all;
    }

    /** Takes the rules of these breakers out of Sentinel. */
    @Override
    public void close() {
        EventObserverRegistry.getInstance().removeStateChangeObserver(observer);
        synchronized (SENTINEL) {
            Set<String> mine = Set.copyOf(guarded.keySet());
            guarded.clear();
            openSince.clear();
            DegradeRuleManager.loadRules(others(mine));
        }
    }

    /** Takes over the settings; one that is held closed has no rules, so that it is measured anew when it is let go of. */
    private void guard(String resource, String channel, ChannelDefinition.Breaker settings) {
        synchronized (SENTINEL) {
            if (guarded.size() >= MOST_RESOURCES && !guarded.containsKey(resource)) {
                throw new IllegalStateException(
                        "more than " + MOST_RESOURCES + " endpoints; no breaker for " + resource);
            }
            boolean closed = holds(resource, HeldBreaker.Position.CLOSED);
            List<DegradeRule> rules = rules(channel, settings, resource);
            guarded.put(resource, new Guarded(channel, settings, closed, closed ? List.of() : rules));
            openSince.remove(resource);
            List<DegradeRule> all = others(guarded.keySet());
            guarded.values().forEach(one -> all.addAll(one.rules()));
            DegradeRuleManager.loadRules(all);
            if (DegradeRuleManager.getRules().size() != all.size()) {
                throw new IllegalStateException("Sentinel kept "
                        + DegradeRuleManager.getRules().size() + " of " + all.size() + " rules after " + resource);
            }
        }
    }

    private static List<DegradeRule> others(Set<String> mine) {
        List<DegradeRule> rules = new ArrayList<>(DegradeRuleManager.getRules());
        rules.removeIf(rule -> mine.contains(rule.getResource()));
        return rules;
    }

    /** The two rules of one endpoint: too slow too often, failed too often. */
    private static List<DegradeRule> rules(String channel, ChannelDefinition.Breaker breaker, String resource) {
        DegradeRule slow = rule(breaker, resource)
                .setGrade(RuleConstant.DEGRADE_GRADE_RT)
                .setCount(breaker.slowMs())
                .setSlowRatioThreshold(breaker.slowRatio().doubleValue());
        DegradeRule failed = rule(breaker, resource)
                .setGrade(RuleConstant.DEGRADE_GRADE_EXCEPTION_RATIO)
                .setCount(breaker.errorRatio().doubleValue());
        for (DegradeRule rule : List.of(slow, failed)) {
            if (!DegradeRuleManager.isValidRule(rule)) {
                throw new Refusal(
                        ErrorCodes.INVALID_REQUEST,
                        "the breaker of channel " + channel + " is not valid: " + breaker,
                        "breaker");
            }
        }
        return List.of(slow, failed);
    }

    private static DegradeRule rule(ChannelDefinition.Breaker breaker, String resource) {
        return new DegradeRule(resource)
                .setMinRequestAmount(breaker.minCalls())
                .setStatIntervalMs(Math.toIntExact(breaker.window().toMillis()))
                .setTimeWindow(Math.toIntExact(-Math.floorDiv(-breaker.open().toMillis(), 1_000L)));
    }

    private void moved(CircuitBreaker.State now, DegradeRule rule) {
        String resource = rule.getResource();
        if (!guarded.containsKey(resource)) {
            return;
        }
        switch (now) {
            case OPEN -> openSince.put(resource, System.nanoTime());
            case CLOSED -> openSince.remove(resource);
            case HALF_OPEN -> LOG.debug("breaker={} is being tried", resource);
        }
        if (now != CircuitBreaker.State.HALF_OPEN) {
            LOG.warn(
                    "breaker={} is {} by {}",
                    resource,
                    now,
                    rule.getGrade() == RuleConstant.DEGRADE_GRADE_RT ? "slow calls" : "failed calls");
        }
    }

    private static String resource(String channel) {
        return "fund:" + channel + ":";
    }

    private static String resource(String channel, Endpoint endpoint) {
        return resource(channel) + endpoint;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** What Sentinel counts as a failure. */
    private static final class CallFailed extends Exception {
        private static final long serialVersionUID = 1L;

        CallFailed(CallOutcome outcome) {
            super(outcome.name(), null, false, false);
        }
    }
}
