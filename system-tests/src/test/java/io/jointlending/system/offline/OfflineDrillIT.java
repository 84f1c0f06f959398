package io.jointlending.system.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two cycles of the drill for each register-mode and protocol; {@code scripts/drill offline} runs as many as one likes. */
@Tag("drill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineDrillIT {
    private Lab lab;

    @BeforeAll
    void open() {
        lab = Lab.open("drill");
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({
        "interface, dubbo, rule",
        "interface, tri, expire",
        "instance, dubbo, expire",
        "instance, tri, none",
        "all, dubbo, rule",
        "all, tri, restart"
    })
    void no_call_fails(String mode, String protocol, String fault) {
        DrillPlan plan = new DrillPlan(
                "agent",
                mode,
                protocol,
                2,
                1,
                3_000,
                2,
                Duration.ofSeconds(1),
                lab.registryAddress(),
                Lab.agent(),
                System.getProperty("java.class.path"),
                lab.home().resolve(mode + "-" + protocol),
                List.of(fault));
        try (DrillRun run = new DrillRun(plan, lab::expire)) {
            run.awaitLoad();
            for (int number = 1; number <= 2; number++) {
                DrillCycle cycle = run.cycle(number);
                assertThat(cycle.ok()).as("%s", cycle.json()).isTrue();
            }
        }
    }
}
