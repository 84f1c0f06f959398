package io.jointlending.system.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.system.client.Await;
import io.jointlending.system.client.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One jar, every Dubbo: those of the property {@code dubbo.versions}, on the JDKs of {@code dubbo.jdks}: {@code own}, or {@code all}
 * for a newer one too, where one is installed. The profile dubbo-versions sets both to all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DubboVersionsIT {
    /**
     * What Dubbo needs on newer JDKs: 2.7 to look into the JDK on 17; 3.3 on 25 a JSON library by name, since looking for one fails
     * there at the first that is not on the class path.
     */
    private static final List<String> NEWER_JDK = List.of(
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.math=ALL-UNNAMED",
            "-Ddubbo.json-framework.prefer=fastjson2");

    private Lab lab;
    private Others others = new Others("", "", new Load(), List.of());

    /** A second provider and the load, which stay while instances of their version and JDK come and go. */
    private record Others(String version, String jdk, Load load, List<LabProcess> providers) {}

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
        for (Jdk jdk : Jdk.asked()) {
            for (String version : System.getProperty("dubbo.versions", "2.7").split(",", -1)) {
                for (boolean fatJar : new boolean[] {false, true}) {
                    for (boolean javaAgent : new boolean[] {false, true}) {
                        all.add(Arguments.of(version, jdk, fatJar, javaAgent));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "Dubbo {0}, JDK {1}, Spring Boot jar {2}, -javaagent {3}")
    @MethodSource("matrix")
    void goes_offline_and_online_without_a_failed_call(String version, Jdk jdk, boolean fatJar, boolean javaAgent) {
        String classPath = classPath(version);
        Load load = others(version, jdk, classPath).load();
        int port = FreePort.next();
        Map<String, String> properties = Map.of("lab.hidden", "true");
        try (LabProcess a = lab.process(jdk.home(), "A", port, properties, a(version, fatJar, javaAgent, classPath))) {
            long started = System.currentTimeMillis();
            a.awaitReady(Lab.LIMIT);
            Lab.awaitCalls(load, "A", started);
            // two services, and from 3.0 on the instance, whose node 3.0 and 3.1 write up to half a minute later
            int all = version.equals("2.7") ? 2 : 3;
            Await.until(
                    "all is registered", Lab.LIMIT, () -> lab.registry.of(port).size() == all);
            AgentCall offline = lab.agent("offline", a, "--quiet-for", "1s");
            long returned = System.currentTimeMillis();
            assertThat(offline.exitCode()).as("%s", offline.answer()).isZero();
            assertThat(lab.registry.of(port)).isEmpty();
            AgentCall online = lab.agent("online", a);
            assertThat(online.exitCode()).as("%s", online.answer()).isZero();
            assertThat(lab.registry.of(port)).hasSize(all).noneMatch(node -> node.contains("hidden"));
            Lab.awaitCalls(load, "A", returned);
            assertThat(lab.agent("offline", a, "--quiet-for", "1s").exitCode()).isZero();
            assertThat(load.failures()).isEmpty();
            assertThat(load.calls()).isPositive();
        }
    }

    private Others others(String version, Jdk jdk, String classPath) {
        if (!others.version().equals(version) || !others.jdk().equals(jdk.home().toString())) {
            others.providers().forEach(LabProcess::terminate);
            LabProcess b = lab.process(
                    jdk.home(), "B", FreePort.next(), Map.of(), plain(classPath, LabProvider.class.getName()));
            b.awaitReady(Lab.LIMIT);
            Load load = lab.load(jdk.home(), plain(classPath, LabConsumer.class.getName()), "B");
            others = new Others(version, jdk.home().toString(), load, List.of(b));
        }
        return others;
    }

    private static String libraries(String version) {
        try {
            return Files.readString(Path.of(
                            System.getProperty("basedir", "."), "dubbo-versions", version, "target/runtime.classpath"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(version, e);
        }
    }

    private static String classPath(String version) {
        return FatJar.labClasses().resolve("../../../..").normalize() + ":" + libraries(version);
    }

    private static List<String> plain(String classPath, String mainClass) {
        List<String> options = new ArrayList<>(NEWER_JDK);
        options.addAll(List.of("-cp", classPath, mainClass));
        return options;
    }

    private List<String> a(String version, boolean fatJar, boolean javaAgent, String classPath) {
        List<String> options = new ArrayList<>(NEWER_JDK);
        if (javaAgent) {
            options.add(
                    "-javaagent:" + AgentCall.builtJar() + "=dir=" + lab.home().resolve("agent"));
        }
        if (fatJar) {
            Path jar = lab.home().resolve("dubbo-" + version + ".jar");
            FatJar.of(jar, libraries(version), LabProvider.class.getName());
            options.addAll(List.of("-jar", jar.toString()));
        } else {
            options.addAll(List.of("-cp", classPath, LabProvider.class.getName()));
        }
        return options;
    }
}
