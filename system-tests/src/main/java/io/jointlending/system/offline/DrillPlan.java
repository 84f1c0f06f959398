package io.jointlending.system.offline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One run of the drill.
 *
 * @param how {@code agent}, or to compare {@code qos} (Dubbo's own offline) and {@code term} (SIGTERM without the agent)
 * @param mode Dubbo's register-mode: interface, instance, all
 * @param protocol dubbo or tri
 * @param classPath of the small applications
 * @param longMillis length of the long calls, 0 for none
 */
record DrillPlan(
        String how,
        String mode,
        String protocol,
        int cycles,
        int instances,
        long seed,
        int longMillis,
        Duration quiet,
        String registryAddress,
        Path agentJar,
        String classPath,
        Path home,
        List<String> faults) {

    String name() {
        return how + "/" + mode + "/" + protocol;
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
