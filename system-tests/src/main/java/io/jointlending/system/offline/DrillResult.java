package io.jointlending.system.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cycles of one run, added up. */
final class DrillResult {
    private static final int MOST_PROBLEMS_TOLD = 10;

    private final String name;
    private final List<Long> lastRequestMillis = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private int cycles;
    private int longCycles;
    private int notGone;
    private int late;
    private int wronglyRegistered;
    private long calls;
    private long failed;

    DrillResult(String name) {
        this.name = name;
    }

    /** Adds {@link DrillCycle#json} of a cycle. */
    void add(JsonNode cycle) {
        calls += cycle.path("calls").asLong();
        failed += cycle.path("failedCalls").asLong();
        cycle.path("problems")
                .forEach(problem -> problems.add("cycle " + cycle.path("cycle") + ": " + problem.asText()));
        if (cycle.path("cycle").asInt() == 0) {
            return; // it could not begin
        }
        cycles++;
        longCycles += cycle.path("longCalls").asBoolean() ? 1 : 0;
        notGone += cycle.path("notGoneAtReturn").asBoolean() ? 1 : 0;
        late += cycle.path("requestsAfterReturn").asBoolean() ? 1 : 0;
        wronglyRegistered += cycle.path("wronglyRegistered").asBoolean() ? 1 : 0;
        faults.merge(cycle.path("fault").asText(), 1, Integer::sum);
        lastRequestMillis.add(cycle.path("lastRequestMillis").asLong());
    }

    int cycles() {
        return cycles;
    }

    long calls() {
        return calls;
    }

    long failed() {
        return failed;
    }

    int wronglyRegistered() {
        return wronglyRegistered;
    }

    List<Long> lastRequestMillis() {
        return lastRequestMillis;
    }

    boolean ok() {
        return failed == 0 && problems.isEmpty();
    }

    static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    static long longest(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", name);
        json.put("ok", ok());
        json.put("cycles", cycles);
        json.put("withLongCalls", longCycles);
        json.put("calls", calls);
        json.put("failedCalls", failed);
        json.put("lastRequestMillisP50", median(lastRequestMillis));
        json.put("lastRequestMillisMax", longest(lastRequestMillis));
        json.put("notGoneAtReturn", notGone);
        json.put("requestsAfterReturn", late);
        json.put("wronglyRegistered", wronglyRegistered);
        json.put("faults", faults);
        json.put("problems", problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS_TOLD)));
        return json;
    }
}
