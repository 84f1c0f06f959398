package io.jointlending.system.offline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run of the drill counted. */
final class DrillResult {
    private final String name;
    private final List<Long> lastRequestMillis = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> faults = new LinkedHashMap<>();
    private int cycles;
    private int wronglyRegistered;
    private int notGone;
    private int lateRequests;
    private long calls;
    private long failedCalls;

    DrillResult(String name) {
        this.name = name;
    }

    void cycle(long lastRequestAfterMillis) {
        cycles++;
        lastRequestMillis.add(Math.max(0, lastRequestAfterMillis));
    }

    void fault(String fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    void notGone(String what) {
        notGone++;
        problems.add(what);
    }

    void lateRequest(String what) {
        lateRequests++;
        problems.add(what);
    }

    void wronglyRegistered(String what) {
        wronglyRegistered++;
        problems.add(what);
    }

    void problem(String what) {
        problems.add(what);
    }

    void load(Load load) {
        calls = load.calls();
        failedCalls = load.failed();
        problems.addAll(load.failures());
    }

    List<String> problems() {
        return problems;
    }

    boolean ok() {
        return failedCalls == 0 && wronglyRegistered == 0 && notGone == 0 && lateRequests == 0 && problems.isEmpty();
    }

    Map<String, Object> json() {
        List<Long> sorted = new ArrayList<>(lastRequestMillis);
        Collections.sort(sorted);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", name);
        json.put("ok", ok());
        json.put("cycles", cycles);
        json.put("calls", calls);
        json.put("failedCalls", failedCalls);
        json.put("lastRequestMillisP50", sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2));
        json.put("lastRequestMillisMax", sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1));
        json.put("notGoneAtReturn", notGone);
        json.put("wronglyRegistered", wronglyRegistered);
        json.put("requestsAfterReturn", lateRequests);
        json.put("faults", faults);
        json.put("problems", problems.subList(0, Math.min(problems.size(), 10)));
        return json;
    }
}
