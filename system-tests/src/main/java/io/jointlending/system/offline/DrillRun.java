package io.jointlending.system.offline;

import io.jointlending.system.client.Await;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instances and load of one {@link DrillPlan}, and its cycles. */
final class DrillRun implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration TRAFFIC_LIMIT = Duration.ofSeconds(60);
    private static final int FIRST_PORT = 24_100;
    private static final int QOS_PORT = 24_200;
    private static final int WATCH_MILLIS = 2_000;
    /** Until the load has told what it saw. */
    private static final int SETTLE_MILLIS = 300;

    private static final Pattern ADDRESS = Pattern.compile("(?:://|/)([0-9.]+):[0-9]+");

    private final DrillPlan plan;
    private final Consumer<List<String>> expireSessions;
    private final Consumer<String> progress;
    private final RegistryNodes registry;
    private final DrillResult result;
    private final List<LabProcess> providers = new ArrayList<>();
    private final Load load = new Load();
    private final Random random;
    /** Of the rule: a later one must not change the instance that is online, since Dubbo would take it away for a moment. */
    private final Map<String, Integer> timeouts = new LinkedHashMap<>();

    private final LabProcess consumer;

    DrillRun(DrillPlan plan, Consumer<List<String>> expireSessions, Consumer<String> progress) {
        this.plan = plan;
        this.expireSessions = expireSessions;
        this.progress = progress;
        this.registry = new RegistryNodes(plan.registryAddress());
        this.result = new DrillResult(plan.name());
        this.random = new Random(plan.seed());
        registry.dropRule("lab-provider");
        for (int i = 0; i < plan.instances(); i++) {
            int port = FIRST_PORT + i;
            // what an earlier run left ends with its sessions; callers would take it for a living provider
            Await.until("nothing of an earlier run is registered at " + port, START_LIMIT, () -> registry.of(port)
                    .isEmpty());
            providers.add(provider(i));
        }
        providers.forEach(provider -> provider.awaitReady(START_LIMIT));
        this.consumer = consumer();
    }

    DrillResult run() {
        try {
            for (int i = 0; i < plan.instances(); i++) {
                awaitTraffic(i, 0);
            }
            for (int cycle = 1; cycle <= plan.cycles(); cycle++) {
                int chosen = random.nextInt(plan.instances());
                switch (plan.how()) {
                    case "agent" -> agentCycle(chosen);
                    case "qos" -> qosCycle(chosen);
                    default -> termCycle(chosen);
                }
                progress.accept(
                        plan.name() + " cycle " + cycle + ": " + load.calls() + " calls, " + load.failed() + " failed");
            }
        } catch (IllegalStateException e) {
            result.problem(String.valueOf(e.getMessage()));
        }
        result.load(load);
        return result;
    }

    private void agentCycle(int chosen) {
        int port = FIRST_PORT + chosen;
        Set<String> before = registry.of(port);
        Set<String> sessions = registry.sessionsOf(before);
        long begun = System.currentTimeMillis();
        AgentCall offline = AgentCall.run(
                plan.agentJar(),
                "offline",
                providers.get(chosen).pid(),
                "--quiet-for",
                plan.quiet().toMillis() + "ms",
                "--by",
                "drill");
        long returned = System.currentTimeMillis();
        if (offline.exitCode() != 0) {
            result.notGone("offline ended with " + offline.exitCode() + ": " + offline.answer());
        }
        if (!registry.of(port).isEmpty()) {
            result.notGone("still registered when offline returned: " + registry.of(port));
        }
        String fault = plan.faults().isEmpty()
                ? "none"
                : plan.faults().get(random.nextInt(plan.faults().size()));
        result.fault(fault);
        pause(SETTLE_MILLIS);
        long last = load.lastReceivedAt(name(chosen));
        boolean restarted = breakIt(fault, chosen, before, sessions);
        watch(port, restarted);
        if (load.lastReceivedAt(name(chosen)) > returned && !restarted) {
            result.lateRequest(name(chosen) + " was called after offline had returned");
        }
        result.cycle(last - begun);
        long back = System.currentTimeMillis();
        AgentCall online =
                AgentCall.run(plan.agentJar(), "online", providers.get(chosen).pid(), "--by", "drill");
        if (online.exitCode() != 0 || registry.of(port).size() != before.size()) {
            result.problem("online ended with " + online.exitCode() + ", "
                    + registry.of(port).size() + " nodes of " + before.size() + ": " + online.answer());
        }
        awaitTraffic(chosen, back);
    }

    /** Returns true if it is a new process now. */
    private boolean breakIt(String fault, int chosen, Set<String> nodes, Set<String> sessions) {
        switch (fault) {
            case "expire" -> expireSessions.accept(List.copyOf(sessions));
            case "rule" -> {
                timeouts.put(addressIn(nodes, FIRST_PORT + chosen), 30_000 + random.nextInt(30_000));
                registry.pushRule("lab-provider", timeouts);
            }
            case "restart" -> {
                providers.get(chosen).terminate();
                providers.set(chosen, provider(chosen));
                providers.get(chosen).awaitReady(START_LIMIT);
                return true;
            }
            default -> pause(1);
        }
        return false;
    }

    /** Address of an instance by one of its nodes. */
    private static String addressIn(Set<String> nodes, int port) {
        for (String node : nodes) {
            Matcher matcher = ADDRESS.matcher(URLDecoder.decode(node, StandardCharsets.UTF_8));
            if (matcher.find()) {
                return matcher.group(1) + ":" + port;
            }
        }
        throw new IllegalStateException("no address in " + nodes);
    }

    /** Nothing may come back by itself. A moment until the agent has swept it is allowed, a call is not. */
    private void watch(int port, boolean restarted) {
        long until = System.nanoTime() + Duration.ofMillis(WATCH_MILLIS).toNanos();
        while (System.nanoTime() < until) {
            pause(50);
        }
        if (!restarted && !registry.of(port).isEmpty()) {
            result.wronglyRegistered("came back by itself: " + registry.of(port));
        }
    }

    private void qosCycle(int chosen) {
        long begun = System.currentTimeMillis();
        qos(chosen, "offline");
        if (!registry.of(FIRST_PORT + chosen).isEmpty()) {
            result.notGone("still registered when QoS said OK");
        }
        pause((int) plan.quiet().toMillis() + plan.longMillis());
        result.cycle(load.lastReceivedAt(name(chosen)) - begun);
        result.fault("none");
        long back = System.currentTimeMillis();
        qos(chosen, "online");
        awaitTraffic(chosen, back);
    }

    private void qos(int chosen, String command) {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + (QOS_PORT + chosen) + "/" + command))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException e) {
            result.problem("QoS " + command + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a release without any of this does: TERM and a new process. */
    private void termCycle(int chosen) {
        long begun = System.currentTimeMillis();
        providers.get(chosen).terminate();
        result.cycle(load.lastReceivedAt(name(chosen)) - begun);
        result.fault("restart");
        long back = System.currentTimeMillis();
        providers.set(chosen, provider(chosen));
        providers.get(chosen).awaitReady(START_LIMIT);
        awaitTraffic(chosen, back);
    }

    private void awaitTraffic(int chosen, long since) {
        Await.until(
                "calls reach " + name(chosen) + " of " + plan.name(),
                TRAFFIC_LIMIT,
                () -> load.lastReceivedAt(name(chosen)) > since);
    }

    private LabProcess provider(int index) {
        Map<String, String> properties = new LinkedHashMap<>(plan.common());
        properties.put("lab.name", name(index));
        properties.put("lab.port", Integer.toString(FIRST_PORT + index));
        properties.put("lab.protocols", plan.protocol());
        properties.put("lab.hidden", "true");
        properties.put("lab.qos", Integer.toString(plan.how().equals("qos") ? QOS_PORT + index : 0));
        List<String> options = new ArrayList<>();
        if (plan.how().equals("agent-term")) {
            options.add("-javaagent:" + plan.agentJar() + "=term-quiet="
                    + plan.quiet().toMillis() + "ms,term-timeout=40s");
        }
        options.addAll(List.of("-cp", plan.classPath(), LabProvider.class.getName()));
        return LabProcess.start(name(index), plan.home().resolve(name(index)), options, properties, line -> {});
    }

    private LabProcess consumer() {
        Map<String, String> properties = new LinkedHashMap<>(plan.common());
        properties.put("lab.protocol", plan.protocol());
        properties.put("lab.callers", "3");
        properties.put("lab.long.callers", plan.longMillis() > 0 ? "3" : "0");
        properties.put("lab.long.millis", Integer.toString(plan.longMillis()));
        return LabProcess.start(
                "consumer",
                plan.home().resolve("consumer"),
                List.of("-cp", plan.classPath(), LabConsumer.class.getName()),
                properties,
                load::accept);
    }

    private static String name(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        providers.parallelStream().forEach(LabProcess::terminate);
        registry.close();
    }
}
