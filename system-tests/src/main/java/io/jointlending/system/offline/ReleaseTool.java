package io.jointlending.system.offline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How an instance is taken out and brought back: the agent, and what it is compared with. */
interface ReleaseTool {
    /** How long callers may take to learn of a provider; as the agent's {@code --settle}. */
    Duration SETTLE = Duration.ofSeconds(8);

    /**
     * What a tool did.
     *
     * @param problem what went wrong, if something did
     * @param waitedMillis before it began, for callers to learn of the other providers
     */
    record Done(Optional<String> problem, long waitedMillis) {}

    /** Takes it out; returns when the tool says that it is done. */
    Done leave(LabInstance instance);

    /** True if the tool itself waits until callers know the others. */
    default boolean waitsForCallers() {
        return false;
    }

    /** What a release that uses this tool waits before it touches the process. */
    default void rest() {}

    /** Brings it back, as {@link #leave}. */
    Optional<String> comeBack(LabInstance instance);

    /** True if the process lives on in between. */
    default boolean keepsProcess() {
        return true;
    }

    /** The tool of this plan. */
    static ReleaseTool of(DrillPlan plan) {
        return switch (plan.how()) {
            case "agent" -> new Agent(plan);
            case "qos" -> new Qos(plan.quiet().plusMillis(plan.longMillis()));
            case "term", "agent-term" -> new Term();
            default -> throw new IllegalArgumentException("how is agent, agent-term, qos or term, got " + plan.how());
        };
    }

    /** The command line of the agent. */
    record Agent(DrillPlan plan) implements ReleaseTool {
        @Override
        public boolean waitsForCallers() {
            return true;
        }

        @Override
        public Done leave(LabInstance instance) {
            String quiet = plan.quiet().toMillis() + "ms";
            AgentCall offline = AgentCall.run(
                    plan.agentJar(), "offline", instance.process().pid(), "--quiet-for", quiet, "--by", "drill");
            Optional<String> problem = offline.exitCode() == 0
                    ? Optional.empty()
                    : Optional.of("offline ended with " + offline.exitCode() + ": " + offline.answer());
            return new Done(problem, offline.answer().at("/guard/waitedMillis").asLong());
        }

        @Override
        public Optional<String> comeBack(LabInstance instance) {
            AgentCall online =
                    AgentCall.run(plan.agentJar(), "online", instance.process().pid(), "--by", "drill");
            return online.exitCode() == 0
                    ? Optional.empty()
                    : Optional.of("online ended with " + online.exitCode() + ": " + online.answer());
        }
    }

    /** Dubbo's own console, which answers before everything is gone and tells nothing of running calls. */
    record Qos(Duration rests) implements ReleaseTool {
        @Override
        public Done leave(LabInstance instance) {
            return new Done(command(instance, "offline"), 0);
        }

        @Override
        public void rest() {
            try {
                TimeUnit.MILLISECONDS.sleep(rests.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Optional<String> comeBack(LabInstance instance) {
            return command(instance, "online");
        }

        private static Optional<String> command(LabInstance instance, String command) {
            URI uri = URI.create("http://127.0.0.1:" + instance.qosPort() + "/" + command);
            try {
                String answer = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                        .body();
                return answer.contains("OK") ? Optional.empty() : Optional.of("QoS " + command + ": " + answer);
            } catch (IOException e) {
                return Optional.of("QoS " + command + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of("interrupted");
            }
        }
    }

    /** What a release without any of this does: TERM and a new process. */
    record Term() implements ReleaseTool {
        @Override
        public Done leave(LabInstance instance) {
            instance.process().terminate();
            return new Done(Optional.empty(), 0);
        }

        @Override
        public Optional<String> comeBack(LabInstance instance) {
            instance.start();
            return Optional.empty();
        }

        @Override
        public boolean keepsProcess() {
            return false;
        }
    }
}
