package io.jointlending.system.demo;

import io.jointlending.system.client.Calls;
import io.jointlending.system.offline.AgentCall;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * While loans are made: takes the second instance of loan-provider offline and online again, as a release does. Where there
 * is only one it shows that the agent refuses.
 */
final class OfflineStep {
    private static final String SECOND = "loan-provider-2";
    private static final String ONLY = "loan-provider-1";

    private final Path agent;
    private final Map<String, Long> pids;
    private final Calls calls;
    private final Narrator narrator;
    private final Map<String, Object> result = new LinkedHashMap<>();
    private final CompletableFuture<Void> done;

    private OfflineStep(Path agent, Map<String, Long> pids, Calls calls, Narrator narrator) {
        this.agent = agent;
        this.pids = pids;
        this.calls = calls;
        this.narrator = narrator;
        this.done = CompletableFuture.runAsync(this::run);
    }

    /** Begins at once; null without an agent. */
    static @Nullable OfflineStep begin(@Nullable Path agent, Map<String, Long> pids, Calls calls, Narrator narrator) {
        return agent == null || !pids.containsKey(ONLY) ? null : new OfflineStep(agent, pids, calls, narrator);
    }

    private void run() {
        Long pid = pids.get(SECOND);
        if (pid == null) {
            AgentCall refused = AgentCall.run(agent, "offline", pids.getOrDefault(ONLY, 0L), "--by", "demo");
            result.put("refused", refused.exitCode());
            result.put("ok", refused.exitCode() == 5);
            return;
        }
        long before = calls.failed();
        AgentCall offline = AgentCall.run(agent, "offline", pid, "--quiet-for", "2s", "--by", "demo");
        AgentCall online = AgentCall.run(agent, "online", pid, "--by", "demo");
        result.put("offline", offline.exitCode());
        result.put("state", offline.state());
        result.put("offlineMillis", offline.answer().path("tookMillis").asLong());
        result.put("online", online.exitCode());
        result.put("failedCalls", calls.failed() - before);
        result.put("ok", offline.exitCode() == 0 && online.exitCode() == 0 && calls.failed() == before);
    }

    /** Waits for it and tells what happened; what the result line says of it. */
    Map<String, Object> finish() {
        done.join();
        if (result.containsKey("refused")) {
            narrator.say("  offline of the only loan-provider was refused with exit code " + result.get("refused")
                    + "; with --instances 2 one goes offline and online under this load");
        } else {
            narrator.say("  " + SECOND + " was taken offline (" + result.get("state") + " after "
                    + result.get("offlineMillis") + " ms) and online again meanwhile, " + result.get("failedCalls")
                    + " calls failed");
        }
        return result;
    }
}
