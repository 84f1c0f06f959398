package io.jointlending.system.offline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run of the drill is made of.
 *
 * @param how {@code agent}, or to compare {@code qos} (Dubbo's own offline), {@code term} (SIGTERM alone) and {@code agent-term}
 *     (SIGTERM with the agent loaded)
 * @param mode Dubbo's register-mode: interface, instance, all
 * @param protocol dubbo or tri
 * @param seed of which instance and which fault
 * @param longMillis length of the long calls
 * @param longEvery every so many cycles an instance leaves while long calls run in it; 0 for never
 * @param quiet what counts as drained
 * @param classPath of the small applications
 * @param home where they write
 * @param faults of which one is chosen for each cycle
 */
record DrillPlan(
        String how,
        String mode,
        String protocol,
        int instances,
        long seed,
        int longMillis,
        int longEvery,
        Duration quiet,
        String registryAddress,
        Path agentJar,
        String classPath,
        Path home,
        List<String> faults) {

    String name() {
        return how + "/" + mode + "/" + protocol;
    }

    boolean isLong(int cycle) {
        return longEvery > 0 && cycle % longEvery == 0;
    }

    /** What changes the figures: cycles with other settings are not added up. */
    String settings() {
        return "instances=" + instances + " seed=" + seed + " long=" + longMillis + "/" + longEvery + " quiet="
                + quiet.toMillis() + " faults=" + String.join("+", faults);
    }

    Map<String, String> common() {
        return Map.of(
                "lab.registry",
                "zookeeper://" + registryAddress,
                "dubbo.application.register-mode",
                mode,
                "dubbo.application.enable-file-cache",
                "false",
                "dubbo.registry.file-cache",
                "false");
    }
}
