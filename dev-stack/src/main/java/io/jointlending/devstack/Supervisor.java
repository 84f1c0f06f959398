package io.jointlending.devstack;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The processes of one stack, and what can be done to them. */
final class Supervisor {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final StackOptions options;
    private final StackDirectory directory;
    private final Ports ports;
    private final ChildRecords children;
    private final MariaDbServer mariaDb;
    private final Map<Component, ServerProcess> processes = new EnumMap<>(Component.class);
    private final Set<Component> wanted = EnumSet.noneOf(Component.class);
    private final String token;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private volatile boolean stopping;

    Supervisor(StackOptions options, StackDirectory directory, Ports ports, ChildRecords children, String token) {
        this.options = options;
        this.directory = directory;
        this.ports = ports;
        this.children = children;
        this.token = token;
        Artifacts artifacts = Artifacts.of(directory);
        mariaDb = new MariaDbServer(directory, artifacts, children, ports.mariadb(), options.fast());
        List<Server> servers = List.of(
                JavaServer.zooKeeper(directory, ports),
                mariaDb,
                new RedisServer(directory, artifacts, ports.redis()),
                JavaServer.nameServer(directory, ports),
                JavaServer.broker(directory, ports, options));
        servers.forEach(server -> processes.put(server.component(), new ServerProcess(server, directory, children)));
    }

    /** The system properties that steer the stack go through to every JVM of it. */
    static Map<String, String> ownSystemProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith("devstack."))
                .collect(Collectors.toMap(key -> key, System::getProperty, (a, b) -> a, TreeMap::new));
    }

    /** Starts what the options name, side by side, and then writes the ready signal. */
    void start() {
        start(options.components());
        writeProperties();
    }

    /** Ends everything; the data stays. */
    void stop() {
        stopping = true;
        StackDirectory.deleteTree(directory.properties());
        processes.values().forEach(ServerProcess::expectEnd);
        processes.values().forEach(ServerProcess::terminate);
        processes.values().forEach(ServerProcess::awaitEnd);
        children.forget();
    }

    /** Starts one component again, or for the first time, on the same port and data. */
    synchronized Map<String, Object> start(Component component) {
        ServerProcess process = process(component);
        if (process.state() == ServerProcess.State.FROZEN) {
            throw StackFailure.refused(component.word() + " is frozen, resume it");
        }
        if (!process.isAlive()) {
            start(StackOptions.completed(EnumSet.of(component)));
            writeProperties();
        }
        return answer(process);
    }

    synchronized Map<String, Object> kill(Component component) {
        process(component).kill();
        return answer(process(component));
    }

    synchronized Map<String, Object> freeze(Component component) {
        process(component).freeze();
        return answer(process(component));
    }

    synchronized Map<String, Object> resume(Component component) {
        process(component).resume();
        return answer(process(component));
    }

    /**
     * Lets ZooKeeper expire sessions, as if their clients had been silent for too long.
     *
     * @param session an id in hex, or "all"
     */
    Map<String, Object> expireSession(String session) {
        String reply = process(Component.ZOOKEEPER).ask("expire " + session, ANSWER_LIMIT);
        if (!reply.startsWith("expired")) {
            throw StackFailure.failed(reply);
        }
        List<String> ids = Arrays.stream(reply.split(" ", -1)).skip(1).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", true);
        answer.put("expired", ids.size());
        answer.put("sessions", ids);
        return answer;
    }

    /** "running" if every wanted component runs, otherwise "degraded"; and each of them. */
    Map<String, Object> status() {
        Map<String, Object> components = new LinkedHashMap<>();
        boolean whole = true;
        for (Component component : wantedNow()) {
            ServerProcess process = process(component);
            whole &= process.state() == ServerProcess.State.RUNNING;
            components.put(component.word(), details(process));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", true);
        answer.put("state", whole ? "running" : "degraded");
        answer.put("dir", directory.root().toString());
        answer.put("properties", directory.properties().toString());
        answer.put("supervisorPid", ProcessHandle.current().pid());
        answer.put("startedAt", startedAt.toString());
        answer.put("components", components);
        return answer;
    }

    private void start(Set<Component> some) {
        synchronized (wanted) {
            wanted.addAll(some);
        }
        List<ServerProcess> starting = some.stream()
                .map(this::process)
                .filter(process -> !process.isAlive())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, starting.size()));
        try {
            // The first failure ends the wait, whichever component it is.
            var starts = new ExecutorCompletionService<Void>(threads);
            starting.forEach(process -> {
                var unused = starts.submit(process::start, null);
            });
            for (int done = 0; done < starting.size(); done++) {
                var unused = starts.take().get();
            }
        } catch (ExecutionException e) {
            throw StackFailure.of(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StackFailure.failed("interrupted while starting");
        } finally {
            threads.shutdownNow();
        }
    }

    private void writeProperties() {
        Map<String, String> values = new TreeMap<>();
        for (Component component : wantedNow()) {
            addresses(component, values);
            values.put(
                    component.word() + ".pid", Long.toString(process(component).pid()));
        }
        values.put("supervisor.pid", Long.toString(ProcessHandle.current().pid()));
        values.put("started.at", startedAt.toString());
        values.put("durable", Boolean.toString(!options.fast()));
        values.put("control.port", Integer.toString(ports.control()));
        values.put("control.token", token);
        if (!stopping) {
            StackDirectory.writeProperties(directory.properties(), values);
        }
    }

    private void addresses(Component component, Map<String, String> values) {
        String address = "127.0.0.1:" + ports.of(component);
        switch (component) {
            case ZOOKEEPER -> values.put("zookeeper.address", address);
            case MARIADB -> {
                values.put("mysql.host", "127.0.0.1");
                values.put("mysql.port", Integer.toString(ports.mariadb()));
                values.put("mysql.root.user", "root");
                values.put("mysql.root.password", mariaDb.rootPassword());
                values.put("mysql.client", mariaDb.client().toString());
            }
            case REDIS -> values.put("redis.address", "redis://" + address);
            case NAMESRV -> values.put("rocketmq.namesrv", address);
            case BROKER -> values.put("broker.address", address);
        }
    }

    private Map<String, Object> answer(ServerProcess process) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", true);
        answer.put("component", process.name());
        answer.putAll(details(process));
        return answer;
    }

    private Map<String, Object> details(ServerProcess process) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", process.state().name().toLowerCase(java.util.Locale.ROOT));
        details.put("pid", process.pid());
        details.put("port", ports.of(Component.of(process.name())));
        if (process.state() == ServerProcess.State.DIED) {
            details.put("exitCode", process.exitCode());
        }
        return details;
    }

    private Set<Component> wantedNow() {
        synchronized (wanted) {
            return wanted.isEmpty() ? Set.of() : EnumSet.copyOf(wanted);
        }
    }

    private ServerProcess process(Component component) {
        ServerProcess process = processes.get(component);
        if (process == null) {
            throw new IllegalStateException("no process for " + component);
        }
        return process;
    }
}
