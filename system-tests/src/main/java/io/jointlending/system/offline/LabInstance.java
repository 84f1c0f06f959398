package io.jointlending.system.offline;

import io.jointlending.system.client.FreePort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A provider of the drill: its name and ports stay, its process may be another one. */
final class LabInstance implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final DrillPlan plan;
    private final String name;
    private final int port = FreePort.next();
    private final int qosPort = FreePort.next();
    private final int metadataPort = FreePort.next();
    private LabProcess process;

    private LabInstance(DrillPlan plan, String name) {
        this.plan = plan;
        this.name = name;
        this.process = launch();
    }

    /** Starts them side by side; all are ready. */
    static List<LabInstance> start(DrillPlan plan) {
        List<LabInstance> instances = new ArrayList<>();
        for (int i = 0; i < plan.instances(); i++) {
            instances.add(new LabInstance(plan, String.valueOf((char) ('A' + i))));
        }
        instances.forEach(instance -> instance.process.awaitReady(START_LIMIT));
        return instances;
    }

    /** A new process, ready. */
    void start() {
        process = launch();
        process.awaitReady(START_LIMIT);
    }

    private LabProcess launch() {
        Map<String, String> properties = new LinkedHashMap<>(plan.common());
        properties.put("lab.name", name);
        properties.put("lab.port", Integer.toString(port));
        properties.put(LabProvider.METADATA_PORT, Integer.toString(metadataPort));
        properties.put("lab.protocols", plan.protocol());
        properties.put("lab.hidden", "true");
        properties.put("lab.qos", plan.how().equals("qos") ? Integer.toString(qosPort) : "0");
        List<String> options = new ArrayList<>();
        if (plan.how().equals("agent-term")) {
            options.add("-javaagent:" + plan.agentJar() + "=term-quiet="
                    + plan.quiet().toMillis() + "ms,term-timeout=40s");
        }
        options.addAll(List.of("-cp", plan.classPath(), LabProvider.class.getName()));
        return LabProcess.start(name, plan.home().resolve(name), options, properties, line -> {});
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    int qosPort() {
        return qosPort;
    }

    LabProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.terminate();
    }
}
