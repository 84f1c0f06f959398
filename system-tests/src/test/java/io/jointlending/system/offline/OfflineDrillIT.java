package io.jointlending.system.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two cycles of the drill for each register-mode and protocol, three of them side by side, as they mostly wait; {@code
 * scripts/drill offline} runs as many as one likes.
 */
class OfflineDrillIT {
    @ParameterizedTest
    @CsvSource({
        "interface, dubbo, rule",
        "interface, tri, expire",
        "instance, dubbo, expire",
        "instance, tri, none",
        "all, dubbo, rule",
        "all, tri, restart"
    })
    @Execution(ExecutionMode.CONCURRENT)
    void no_call_fails(String mode, String protocol, String fault) {
        try (Lab lab = Lab.open("drill-" + mode + "-" + protocol);
                DrillRun run = new DrillRun(plan(lab, mode, protocol, fault), lab::expire)) {
            run.awaitLoad();
            for (int number = 1; number <= 2; number++) {
                DrillCycle cycle = run.cycle(number);
                assertThat(cycle.ok()).as("%s", cycle.json()).isTrue();
            }
        }
    }

    private static DrillPlan plan(Lab lab, String mode, String protocol, String fault) {
        return new DrillPlan(
                "agent",
                mode,
                protocol,
                2,
                1,
                3_000,
                2,
                Duration.ofSeconds(1),
                lab.registryAddress(),
                AgentCall.builtJar(),
                System.getProperty("java.class.path"),
                lab.home().resolve("cycles"),
                List.of(fault));
    }
}
