package io.jointlending.system.offline;

import io.jointlending.system.client.Await;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Instances and load of one {@link DrillPlan}, and its cycles. */
final class DrillRun implements AutoCloseable {
    private static final Duration TRAFFIC_LIMIT = Duration.ofSeconds(60);
    private static final Duration LONG_LIMIT = Duration.ofSeconds(30);
    private static final int WATCH_MILLIS = 2_000;
    /** Until the load has told what it saw. */
    private static final int SETTLE_MILLIS = 300;

    private static final int LONG_CALLS = 4;
    private static final String APPLICATION = "lab-provider";

    private final DrillPlan plan;
    private final Consumer<List<String>> expireSessions;
    private final ReleaseTool tool;
    private final RegistryNodes registry;
    private final List<LabInstance> instances;
    private final Load load = new Load();
    /** Of the rule: a later one must not change the instance that is online, since Dubbo would take it away for a moment. */
    private final Map<String, Integer> timeouts = new LinkedHashMap<>();

    private final LabProcess consumer;
    private long backAt = System.currentTimeMillis();
    private long callsBefore;
    private long failedBefore;
    private int failuresBefore;

    /** Starts the providers and the load; calls have reached every provider. */
    DrillRun(DrillPlan plan, Consumer<List<String>> expireSessions) {
        this.plan = plan;
        this.expireSessions = expireSessions;
        this.tool = ReleaseTool.of(plan);
        this.registry = new RegistryNodes(plan.registryAddress());
        registry.dropRule(APPLICATION);
        // what an earlier run left ends with its sessions; callers would take it for a living provider
        Await.until("nothing of an earlier run is registered", LabInstance.START_LIMIT, () -> registry.all()
                .isEmpty());
        this.instances = LabInstance.start(plan);
        this.consumer = LabProcess.start(
                "consumer",
                plan.home().resolve("consumer"),
                List.of("-cp", plan.classPath(), LabConsumer.class.getName()),
                consumerProperties(),
                load::accept);
    }

    private Map<String, String> consumerProperties() {
        Map<String, String> properties = new LinkedHashMap<>(plan.common());
        properties.put("lab.protocol", plan.protocol());
        properties.put("lab.callers", "3");
        return properties;
    }

    void awaitLoad() {
        instances.forEach(instance -> awaitTraffic(instance, 0));
    }

    /** One cycle; which instance and which fault depends on the seed and the number alone. */
    DrillCycle cycle(int number) {
        DrillCycle cycle = new DrillCycle(plan, number);
        SplittableRandom random = new SplittableRandom(plan.seed() * 1_000_003 + number);
        LabInstance chosen = instances.get(random.nextInt(instances.size()));
        String fault = tool.keepsProcess()
                ? plan.faults().get(random.nextInt(plan.faults().size()))
                : "restart";
        cycle.of(chosen.name(), fault);
        try {
            leaveAndComeBack(cycle, chosen, fault, number);
        } catch (IllegalStateException e) {
            cycle.problem(String.valueOf(e.getMessage()));
        }
        pause(SETTLE_MILLIS);
        List<String> failures = load.failures();
        cycle.calls(
                load.calls() - callsBefore,
                load.failed() - failedBefore,
                failures.subList(Math.min(failuresBefore, failures.size()), failures.size()));
        callsBefore = load.calls();
        failedBefore = load.failed();
        failuresBefore = failures.size();
        return cycle;
    }

    private void leaveAndComeBack(DrillCycle cycle, LabInstance chosen, String fault, int number) {
        if (plan.isLong(number) || !tool.waitsForCallers()) {
            pause((int) Math.max(0, backAt + ReleaseTool.SETTLE.toMillis() - System.currentTimeMillis()));
        }
        if (plan.isLong(number)) {
            List<LabProcess> providers =
                    instances.stream().map(LabInstance::process).toList();
            LongCalls.reach(chosen.process(), providers, consumer, LONG_CALLS, plan.longMillis(), LONG_LIMIT);
        }
        Set<String> before = registry.of(chosen.port());
        Set<String> sessions = registry.sessionsOf(before);
        long begun = System.currentTimeMillis();
        ReleaseTool.Done left = tool.leave(chosen);
        left.problem().ifPresent(cycle::problem);
        long returned = System.currentTimeMillis();
        Set<String> shown = registry.of(chosen.port());
        if (!shown.isEmpty()) {
            cycle.notGone("still registered when the command was done: " + shown);
        }
        tool.rest();
        pause(SETTLE_MILLIS);
        boolean gone = registry.of(chosen.port()).isEmpty();
        cycle.lastRequestAfter(load.lastReceivedAt(chosen.name()) - begun - left.waitedMillis());
        boolean restarted = tool.keepsProcess() && breakIt(fault, chosen, before, sessions);
        if (!restarted && tool.keepsProcess()) {
            watch(cycle, chosen, fault, gone, returned);
        }
        long back = System.currentTimeMillis();
        tool.comeBack(chosen).ifPresent(cycle::problem);
        awaitTraffic(chosen, back);
        Await.until(
                "all is registered again",
                TRAFFIC_LIMIT,
                () -> registry.of(chosen.port()).size() == before.size());
        backAt = System.currentTimeMillis();
        Await.until("the long calls are answered", LONG_LIMIT, () -> load.longRunning() == 0);
    }

    /** Returns true if it is a new process now. */
    private boolean breakIt(String fault, LabInstance chosen, Set<String> nodes, Set<String> sessions) {
        switch (fault) {
            case "expire" -> expireSessions.accept(List.copyOf(sessions));
            case "rule" -> {
                String address = RegistryNodes.address(nodes, chosen.port());
                timeouts.merge(address, 30_000, (old, base) -> old + 1);
                registry.pushRule(APPLICATION, timeouts);
            }
            case "restart" -> {
                chosen.process().terminate();
                chosen.start();
                return true;
            }
            default -> pause(1);
        }
        return false;
    }

    /** Nothing may come back by itself. A moment until it has been swept is allowed, a call is not. */
    private void watch(DrillCycle cycle, LabInstance chosen, String fault, boolean gone, long returned) {
        pause(fault.equals("none") ? SETTLE_MILLIS : WATCH_MILLIS);
        Set<String> back = registry.of(chosen.port());
        if (gone && !back.isEmpty()) {
            cycle.wronglyRegistered("registered while it should be offline: " + back);
        }
        if (load.lastReceivedAt(chosen.name()) > returned) {
            cycle.late(chosen.name() + " was called after the command was done");
        }
    }

    private void awaitTraffic(LabInstance chosen, long since) {
        Await.until(
                "calls reach " + chosen.name() + " of " + plan.name(),
                TRAFFIC_LIMIT,
                () -> load.lastReceivedAt(chosen.name()) > since);
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        instances.parallelStream().forEach(LabInstance::close);
        registry.close();
    }
}
