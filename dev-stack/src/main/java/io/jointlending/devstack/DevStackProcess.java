package io.jointlending.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A dev stack for tests: its supervisor runs as a child process that ends with this JVM, however this JVM ends.
 *
 * <p>Most tests want {@link #shared}. A drill that kills servers starts a stack of its own.
 */
public final class DevStackProcess implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final Pattern EXPIRED = Pattern.compile("\"expired\":(\\d+)");

    private final StackDirectory directory;
    private final Path propertiesFile;
    private final @Nullable Process supervisor;

    private DevStackProcess(StackDirectory directory, Path propertiesFile, @Nullable Process supervisor) {
        this.directory = directory;
        this.propertiesFile = propertiesFile;
        this.supervisor = supervisor;
    }

    /**
     * How a stack is started.
     *
     * @param components what to start; the name server comes with the broker
     * @param portBase 0 for free ports
     * @param topics RocketMQ topics to create
     * @param fast weaker durability: for tests that lose nothing by it
     * @param fresh drop the data of earlier runs in the directory
     * @param startLimit how long to wait for the ready signal
     */
    public record Options(
            Set<Component> components,
            int portBase,
            List<String> topics,
            boolean fast,
            boolean fresh,
            Duration startLimit) {
        private static final Duration USUAL_START_LIMIT = Duration.ofMinutes(3);

        /** The named components (none: all), durable, on free ports, with the data of earlier runs. */
        public static Options of(Component... components) {
            Set<Component> wanted = components.length == 0
                    ? EnumSet.allOf(Component.class)
                    : StackOptions.completed(EnumSet.copyOf(List.of(components)));
            return new Options(wanted, 0, StackOptions.DEFAULT_TOPICS, false, false, USUAL_START_LIMIT);
        }

        /** As this, with weaker durability. */
        public Options asFast() {
            return new Options(components, portBase, topics, true, fresh, startLimit);
        }

        /** As this, without the data of earlier runs. */
        public Options asFresh() {
            return new Options(components, portBase, topics, fast, true, startLimit);
        }

        /** As this, with other topics. */
        public Options withTopics(List<String> others) {
            return new Options(components, portBase, List.copyOf(others), fast, fresh, startLimit);
        }

        /** As this, on fixed ports. */
        public Options withPortBase(int base) {
            return new Options(components, base, topics, fast, fresh, startLimit);
        }
    }

    /**
     * Starts a stack and waits until all its components serve.
     *
     * @throws IllegalStateException if it does not start, with the reason from its log
     */
    public static DevStackProcess start(Path directory, Options options) {
        StackDirectory stack = new StackDirectory(directory.toAbsolutePath().normalize());
        return new DevStackProcess(stack, stack.properties(), SupervisorLaunch.start(stack, options));
    }

    /**
     * The stack of this test JVM: started by the first caller with fresh data, fast, below the module's target
     * directory, and ended with the JVM. Components that no earlier caller named are started now.
     *
     * <p>If the environment variable or system property {@code JL_STACK_PROPERTIES} names the stack.properties of a
     * running stack, then that one is used and left running.
     *
     * @param components what the caller needs; none: all
     */
    public static DevStackProcess shared(Component... components) {
        return SharedStack.with(Options.of(components).asFast().asFresh());
    }

    /** Uses a stack that somebody else started, by its stack.properties; {@link #close} leaves it running. */
    public static DevStackProcess attach(Path propertiesFile) {
        Path file = propertiesFile.toAbsolutePath();
        return new DevStackProcess(new StackDirectory(file.resolveSibling(".").normalize()), file, null);
    }

    /** The content of stack.properties, read anew: a component that was started again has another pid. */
    public Map<String, String> properties() {
        return Map.copyOf(StackDirectory.readProperties(propertiesFile));
    }

    /**
     * One value of stack.properties, for example {@code mysql.port}.
     *
     * @throws IllegalStateException if there is none
     */
    public String property(String key) {
        Map<String, String> properties = properties();
        String value = properties.get(key);
        if (value == null) {
            throw new IllegalStateException("no " + key + " in " + propertiesFile + ", only " + properties.keySet());
        }
        return value;
    }

    /** Where stack.properties lies: to be handed to other processes. */
    public Path propertiesFile() {
        return propertiesFile;
    }

    /** SIGKILL to one component; it stays dead. */
    public void kill(Component component) {
        control("kill " + component.word());
    }

    /** SIGSTOP: the component keeps its connections and answers nothing. */
    public void freeze(Component component) {
        control("freeze " + component.word());
    }

    /** SIGCONT. */
    public void resume(Component component) {
        control("resume " + component.word());
    }

    /**
     * Starts a component, also one that was killed, on its old port and data; returns when it serves. A name server that
     * was away knows the topics again when the broker has registered anew, ten seconds later at most.
     */
    public void start(Component component) {
        control("start " + component.word());
    }

    /**
     * Lets ZooKeeper expire all client sessions.
     *
     * @return how many
     */
    public int expireSessions() {
        Matcher answer = EXPIRED.matcher(control("expire-session all"));
        return answer.find() ? Integer.parseInt(answer.group(1)) : 0;
    }

    /** Lets ZooKeeper expire one client session. */
    public void expireSession(long session) {
        control("expire-session 0x" + Long.toHexString(session));
    }

    /** The status of all components, a line of JSON. */
    public String status() {
        return control("status");
    }

    /** The pid of the supervisor. */
    public long supervisorPid() {
        return Long.parseLong(property("supervisor.pid"));
    }

    /** Stops the stack if it was started here. The data stays. */
    @Override
    public void close() {
        Process running = supervisor;
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
                throw new IllegalStateException("the dev stack in " + directory.root() + " did not stop within "
                        + STOP_LIMIT + ":\n" + StackDirectory.tail(SupervisorLaunch.log(directory)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop the dev stack in " + directory.root(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String control(String command) {
        return ControlClient.send(StackDirectory.readProperties(propertiesFile), command);
    }
}
