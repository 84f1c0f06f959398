package io.jointlending.fund.sandbox.bank;

import io.jointlending.support.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a bank behaves, towards one order or in general. Faults are drawn per request from a seed, so that a run can be
 * repeated: the same order draws the same.
 *
 * @param refusePerMille orders of a thousand that are refused
 * @param processing how many queries are answered with PROCESSING before the decision is told; 0 decides at once
 * @param delayMs time before every answer
 * @param faultsPerMille answers of a thousand that go wrong, by name of the fault
 * @param faults what goes wrong with the first answers to the application of an order, in sequence, before any drawing
 * @param callback NONE, ONCE, DUPLICATE or EARLY (before the application is answered)
 * @param seed of everything that is drawn
 */
record Behaviour(
        int refusePerMille,
        int processing,
        int delayMs,
        Map<String, Integer> faultsPerMille,
        List<String> faults,
        String callback,
        long seed) {
    private static final int MILLE = 1000;

    /** Accepts at once and calls back once. */
    static final Behaviour PROPER = new Behaviour(0, 0, 0, Map.of(), List.of(), "ONCE", 1);

    Behaviour {
        faultsPerMille = Map.copyOf(faultsPerMille);
        faults = List.copyOf(faults);
        faultsPerMille.keySet().forEach(Fault::valueOf);
        faults.forEach(Fault::valueOf);
        Call.valueOf(callback);
        int all = faultsPerMille.values().stream().mapToInt(Integer::intValue).sum();
        boolean fine =
                refusePerMille >= 0 && refusePerMille <= MILLE && all <= MILLE && processing >= 0 && delayMs >= 0;
        if (!fine || faultsPerMille.values().stream().anyMatch(part -> part < 0)) {
            throw new IllegalArgumentException("per mille are 0 to 1000 together, times and counts not below 0");
        }
    }

    /** How the decision is told. */
    enum Call {
        /** Not at all. */
        NONE,
        /** Once, again until it is acknowledged. */
        ONCE,
        /** Twice at the same time. */
        DUPLICATE,
        /** Before the application is answered. */
        EARLY
    }

    /**
     * A behaviour of JSON; what is not named is as in {@link #PROPER}.
     *
     * @throws IllegalArgumentException for an unknown property or value
     */
    static Behaviour of(Map<String, Object> properties) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "refusePerMille", 0,
                "processing", 0,
                "delayMs", 0,
                "faultsPerMille", Map.of(),
                "faults", List.of(),
                "callback", "ONCE",
                "seed", 1));
        properties.forEach((name, value) -> {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException("unknown property " + name + ", there are " + all.keySet());
            }
            all.put(name, value);
        });
        return Json.mapper().convertValue(all, Behaviour.class);
    }

    /** Whether this order is refused. */
    boolean refuses(String orderNo) {
        return draw(orderNo, "decision", 0) < refusePerMille;
    }

    /** What goes wrong with the n-th answer of a kind to an order, from 0. */
    Fault fault(String orderNo, String action, int n) {
        if (action.equals(BankDesk.APPLY) && n < faults.size()) {
            return Fault.valueOf(faults.get(n));
        }
        int drawn = draw(orderNo, action, n);
        int upTo = 0;
        for (Fault fault : Fault.values()) {
            upTo += faultsPerMille.getOrDefault(fault.name(), 0);
            if (drawn < upTo) {
                return fault;
            }
        }
        return Fault.NONE;
    }

    private int draw(String orderNo, String what, int n) {
        long hash = seed * 0x9E3779B97F4A7C15L;
        for (char sign : (orderNo + '|' + what + '|' + n).toCharArray()) {
            hash = (hash ^ sign) * 0x100000001B3L;
        }
        hash ^= hash >>> 29;
        hash *= 0xBF58476D1CE4E5B9L;
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 32), MILLE);
    }
}
