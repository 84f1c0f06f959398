package io.jointlending.system.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One jar, every Dubbo: those of the property {@code dubbo.versions}, which the profile of that name sets to all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DubboVersionsIT {
    /** What Dubbo 2.7 needs on JDK 17. */
    private static final List<String> OPENS =
            List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "--add-opens", "java.base/java.math=ALL-UNNAMED");

    private Lab lab;

    @BeforeAll
    void open() {
        lab = Lab.open("versions");
    }

    @AfterAll
    void close() {
        lab.close();
    }

    static Stream<Arguments> matrix() {
        List<Arguments> all = new ArrayList<>();
        for (String version : System.getProperty("dubbo.versions", "2.7").split(",", -1)) {
            for (boolean fatJar : new boolean[] {false, true}) {
                for (boolean javaAgent : new boolean[] {false, true}) {
                    all.add(Arguments.of(version, fatJar, javaAgent));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "Dubbo {0}, Spring Boot jar {1}, -javaagent {2}")
    @MethodSource("matrix")
    void goes_offline_and_online_without_a_failed_call(String version, boolean fatJar, boolean javaAgent)
            throws IOException {
        String libraries = Files.readString(Path.of(
                        System.getProperty("basedir", "."), "dubbo-versions", version, "target/runtime.classpath"))
                .strip();
        String classPath = FatJar.labClasses().resolve("../../../..").normalize() + ":" + libraries;
        int port = Lab.freePort();
        try (LabProcess a = lab.process(
                        "A", port, Map.of("lab.hidden", "true"), a(version, fatJar, javaAgent, classPath, libraries));
                LabProcess b =
                        lab.process("B", Lab.freePort(), Map.of(), plain(classPath, LabProvider.class.getName()))) {
            a.awaitReady(Lab.LIMIT);
            b.awaitReady(Lab.LIMIT);
            Load load = lab.load(Map.of(), plain(classPath, LabConsumer.class.getName()), "A", "B");
            Set<String> before = lab.registry.of(port);
            AgentCall offline = lab.agent("offline", a, "--quiet-for", "1s");
            long returned = System.currentTimeMillis();
            assertThat(offline.exitCode()).as("%s", offline.answer()).isZero();
            assertThat(lab.registry.of(port)).isEmpty();
            AgentCall online = lab.agent("online", a);
            assertThat(online.exitCode()).as("%s", online.answer()).isZero();
            assertThat(lab.registry.of(port)).hasSameSizeAs(before).isNotEmpty();
            Lab.awaitCalls(load, "A", returned);
            assertThat(load.failures()).isEmpty();
            assertThat(load.calls()).isPositive();
        }
    }

    private static List<String> plain(String classPath, String mainClass) {
        List<String> options = new ArrayList<>(OPENS);
        options.addAll(List.of("-cp", classPath, mainClass));
        return options;
    }

    private List<String> a(String version, boolean fatJar, boolean javaAgent, String classPath, String libraries) {
        List<String> options = new ArrayList<>(OPENS);
        if (javaAgent) {
            options.add("-javaagent:" + Lab.agent() + "=dir=" + lab.home().resolve("agent"));
        }
        if (fatJar) {
            Path jar =
                    FatJar.of(lab.home().resolve("dubbo-" + version + ".jar"), libraries, LabProvider.class.getName());
            options.addAll(List.of("-jar", jar.toString()));
        } else {
            options.addAll(List.of("-cp", classPath, LabProvider.class.getName()));
        }
        return options;
    }
}
