package io.jointlending.system.offline;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.system.client.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A ZooKeeper of its own and small applications around it; everything ends with it. */
final class Lab implements AutoCloseable {
    static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path TARGET =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target/offline");
    private static final Path AGENT = Path.of(
                    System.getProperty("project.root", ".."), "graceful-shutdown-agent/target")
            .toAbsolutePath()
            .normalize();

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

    Path home() {
        return home;
    }

    void expire(List<String> sessions) {
        sessions.forEach(session -> stack.expireSession(Long.parseUnsignedLong(session, 16)));
    }

    /** The agent's jar, as the build has made it. */
    static Path agent() {
        try (Stream<Path> files = Files.list(AGENT)) {
            return files.filter(file -> file.getFileName().toString().matches("graceful-shutdown-agent-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no agent in " + AGENT + ": run mvn package first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Map<String, String> all = new LinkedHashMap<>(common());
        all.put("lab.name", name);
        all.put("lab.port", Integer.toString(port));
        all.putAll(properties);
        LabProcess provider = LabProcess.start(name, home.resolve(name), options, all, line -> {});
        started.add(provider);
        return provider;
    }

    /** A consumer with short calls, which has reached every named instance. */
    Load load(String... instances) {
        return load(
                Map.of(),
                List.of("-cp", System.getProperty("java.class.path"), LabConsumer.class.getName()),
                instances);
    }

    Load load(Map<String, String> properties, List<String> options, String... instances) {
        Map<String, String> all = new LinkedHashMap<>(common());
        all.put("lab.callers", "3");
        all.putAll(properties);
        Load load = new Load();
        // one at a time: that of an earlier test would only burn processor time
        consumers.forEach(LabProcess::close);
        consumers.clear();
        consumers.add(LabProcess.start("consumer", home.resolve("consumer"), options, all, load::accept));
        for (String instance : instances) {
            awaitCalls(load, instance, 0);
        }
        return load;
    }

    static void awaitCalls(Load load, String instance, long since) {
        Await.until("calls reach " + instance, LIMIT, () -> load.lastReceivedAt(instance) > since);
    }

    AgentCall agent(String command, LabProcess target, String... options) {
        return AgentCall.run(agent(), command, target.pid(), options);
    }

    private Map<String, String> common() {
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

    /** A port below the range of outgoing connections. */
    static int freePort() {
        int lastTaken = 0;
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 24_000);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), port));
                return port;
            } catch (IOException e) {
                lastTaken = port;
            }
        }
        throw new IllegalStateException("no free port, the last one tried was " + lastTaken);
    }

    @Override
    public void close() {
        consumers.forEach(LabProcess::close);
        started.forEach(LabProcess::close);
        registry.close();
        stack.close();
    }
}
