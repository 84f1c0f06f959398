package io.jointlending.system.offline;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A ZooKeeper of its own and small applications around it; everything ends with it. */
final class Lab implements AutoCloseable {
    static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path TARGET =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target/offline");
    private static final Path OWN_JDK = Path.of(System.getProperty("java.home"));

    private final Path home;
    private final DevStackProcess stack;
    private final List<LabProcess> consumers = new ArrayList<>();
    private final List<LabProcess> started = new ArrayList<>();
    final RegistryNodes registry;

    private Lab(String name) {
        this.home = TARGET.resolve(name);
        this.stack = DevStackProcess.start(
                home.resolve("stack"),
                DevStackProcess.Options.of(Component.ZOOKEEPER).asFast().asFresh());
        this.registry = new RegistryNodes(registryAddress());
    }

    static Lab open(String name) {
        return new Lab(name);
    }

    String registryAddress() {
        return stack.property("zookeeper.address");
    }

    DevStackProcess stack() {
        return stack;
    }

    /** Kills ZooKeeper and starts it again on the same port, with or without what it knew. */
    void restartZooKeeper(boolean keepsData) {
        stack.kill(Component.ZOOKEEPER);
        if (!keepsData) {
            Path data = home.resolve("stack/data/zookeeper");
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : (Iterable<Path>)
                        files.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(data))::iterator) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        stack.start(Component.ZOOKEEPER);
    }

    Path home() {
        return home;
    }

    void expire(List<String> sessions) {
        sessions.forEach(session -> stack.expireSession(Long.parseUnsignedLong(session, 16)));
    }

    /** A provider with register-mode all and protocol dubbo unless the properties say otherwise; ready. */
    LabProcess provider(String name, int port, Map<String, String> properties, String... jvmOptions) {
        List<String> options = new ArrayList<>(List.of(jvmOptions));
        options.addAll(List.of("-cp", System.getProperty("java.class.path"), LabProvider.class.getName()));
        LabProcess provider = process(name, port, properties, options);
        provider.awaitReady(LIMIT);
        return provider;
    }

    LabProcess process(String name, int port, Map<String, String> properties, List<String> options) {
        return process(OWN_JDK, name, port, properties, options);
    }

    LabProcess process(Path jdk, String name, int port, Map<String, String> properties, List<String> options) {
        Map<String, String> all = new LinkedHashMap<>(common());
        all.put("lab.name", name);
        all.put("lab.port", Integer.toString(port));
        all.put(LabProvider.METADATA_PORT, Integer.toString(FreePort.next()));
        all.putAll(properties);
        LabProcess provider = LabProcess.start(jdk, name, home.resolve(name), options, all, line -> {});
        started.add(provider);
        return provider;
    }

    /** A consumer with short calls, which has reached every named instance. */
    Load load(String... instances) {
        return load(
                OWN_JDK, List.of("-cp", System.getProperty("java.class.path"), LabConsumer.class.getName()), instances);
    }

    Load load(Path jdk, List<String> options, String... instances) {
        Map<String, String> all = new LinkedHashMap<>(common());
        all.put("lab.callers", "3");
        Load load = new Load();
        // one at a time: that of an earlier test would only burn processor time
        consumers.forEach(LabProcess::close);
        consumers.clear();
        consumers.add(LabProcess.start(jdk, "consumer", home.resolve("consumer"), options, all, load::accept));
        for (String instance : instances) {
            awaitCalls(load, instance, 0);
        }
        return load;
    }

    /** One long call after the other until one runs in the target. */
    void longCallsTo(LabProcess target, int millis) {
        LongCalls.reach(target, started, consumers.get(0), 1, millis, LIMIT);
    }

    static void awaitCalls(Load load, String instance, long since) {
        Await.until("calls reach " + instance, LIMIT, () -> load.lastReceivedAt(instance) > since);
    }

    AgentCall agent(String command, LabProcess target, String... options) {
        return AgentCall.run(AgentCall.builtJar(), command, target.pid(), options);
    }

    Map<String, String> common() {
        return Map.of(
                "lab.registry",
                "zookeeper://" + registryAddress(),
                "dubbo.application.register-mode",
                "all",
                "dubbo.application.enable-file-cache",
                "false",
                "dubbo.registry.file-cache",
                "false");
    }

    @Override
    public void close() {
        consumers.forEach(LabProcess::close);
        started.forEach(LabProcess::close);
        registry.close();
        stack.close();
    }
}
