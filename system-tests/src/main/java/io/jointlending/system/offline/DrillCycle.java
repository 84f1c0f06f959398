package io.jointlending.system.offline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one cycle of the drill saw: a line of its results. Cycle 0 stands for a run that could not begin. */
final class DrillCycle {
    private static final int MOST_PROBLEMS_TOLD = 10;

    private final DrillPlan plan;
    private final int number;
    private final long begunAt = System.currentTimeMillis();
    private final List<String> problems = new ArrayList<>();
    private String instance = "";
    private String fault = "none";
    private long lastRequestMillis;
    private boolean notGone;
    private boolean late;
    private boolean wronglyRegistered;
    private long calls;
    private long failed;

    DrillCycle(DrillPlan plan, int number) {
        this.plan = plan;
        this.number = number;
    }

    void of(String chosen, String chosenFault) {
        instance = chosen;
        fault = chosenFault;
    }

    void problem(String what) {
        problems.add(what);
    }

    /** The command said that it was done, but the registry showed it still. */
    void notGone(String what) {
        notGone = true;
        problems.add(what);
    }

    /** A request reached it after the command had said that none would. */
    void late(String what) {
        late = true;
        problems.add(what);
    }

    /** It was registered again although nobody had asked for it. */
    void wronglyRegistered(String what) {
        wronglyRegistered = true;
        problems.add(what);
    }

    void lastRequestAfter(long millis) {
        lastRequestMillis = Math.max(0, millis);
    }

    void calls(long made, long failedOfThem, List<String> failures) {
        calls = made;
        failed = failedOfThem;
        problems.addAll(failures);
    }

    boolean ok() {
        return failed == 0 && problems.isEmpty();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", plan.name());
        json.put("settings", plan.settings());
        json.put("cycle", number);
        json.put("at", Instant.ofEpochMilli(begunAt).toString());
        json.put("tookMillis", System.currentTimeMillis() - begunAt);
        json.put("instance", instance);
        json.put("fault", fault);
        json.put("longCalls", number > 0 && plan.isLong(number));
        json.put("calls", calls);
        json.put("failedCalls", failed);
        json.put("lastRequestMillis", lastRequestMillis);
        json.put("notGoneAtReturn", notGone);
        json.put("requestsAfterReturn", late);
        json.put("wronglyRegistered", wronglyRegistered);
        json.put("problems", problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS_TOLD)));
        return json;
    }
}
