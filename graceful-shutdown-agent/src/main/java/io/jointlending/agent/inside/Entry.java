package io.jointlending.agent.inside;

import java.io.IOException;
import java.io.StringReader;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.function.Consumer;

/** What the launcher opens: an agent for this JVM. */
public final class Entry implements Consumer<String> {
    private final Control control;

    private Entry(Control control) {
        this.control = control;
    }

    /** Starts the agent. By reflection from {@code ShutdownAgent}, with JDK types only. */
    public static Consumer<String> open(String options, Boolean asJavaAgent, Instrumentation instrumentation) {
        AgentOptions agentOptions = AgentOptions.parse(options);
        Instance instance = new Instance(
                new DubboFinder(instrumentation),
                new Guard(agentOptions.minProviders()),
                new Audit(agentOptions.dir()),
                agentOptions.startOffline());
        Control control = new Control(instance);
        control.start();
        if (asJavaAgent) {
            openDoors(agentOptions, control);
        }
        return new Entry(control);
    }

    /** A door that cannot be opened is one line on the error output: the application starts anyway. */
    private static void openDoors(AgentOptions options, Control control) {
        try {
            if (options.httpPort() >= 0) {
                HttpDoor.open(control, options.dir(), options.httpPort());
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            System.err.println("graceful-shutdown-agent: no HTTP: " + Mirror.rootOf(e));
        }
        try {
            if (options.drainOnTerm()) {
                TermDoor.open(control, options);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.err.println("graceful-shutdown-agent: SIGTERM will not drain: " + Mirror.rootOf(e));
        }
    }

    /**
     * A command from the command line. Returns at once: the thread that attaches belongs to the JVM.
     *
     * @param arguments properties, one a line: the command, and {@code out}, the file that takes exit code and JSON
     */
    @Override
    public void accept(String arguments) {
        Thread thread = new Thread(() -> answer(arguments), "graceful-shutdown-agent-answer");
        thread.setDaemon(true);
        thread.start();
    }

    private void answer(String arguments) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(arguments));
            Path out = Paths.get(values.getProperty("out", ""));
            Path draft = out.resolveSibling(out.getFileName() + ".draft");
            Answer answer = execute(values);
            Files.write(draft, (answer.exitCode.code() + "\n" + answer.json() + "\n").getBytes(StandardCharsets.UTF_8));
            Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            // whoever asked has gone and taken his file with him; the command itself goes on
            return;
        }
    }

    private Answer execute(Properties values) {
        try {
            return control.execute(Request.of(values));
        } catch (IllegalArgumentException e) {
            return Answer.failed(values.getProperty("command", ""), ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
