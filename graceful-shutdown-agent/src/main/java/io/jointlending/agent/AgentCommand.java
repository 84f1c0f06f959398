package io.jointlending.agent;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The command line: {@code java -jar graceful-shutdown-agent.jar status --pid N}. */
public final class AgentCommand {
    static final int DONE = 0;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    static final int NO_PROVIDER = 8;
    static final int INTERNAL = 10;

    private static final String HELP = "usage: java -jar graceful-shutdown-agent.jar status --pid N\n"
            + "\n"
            + "Says which services the Dubbo providers of a running JVM have exported and whether they are registered.\n"
            + "One line of JSON on stdout. Exit codes: 0 done, 2 usage, 3 the JVM cannot be reached, 8 it has no Dubbo\n"
            + "provider, 10 internal.\n";

    private AgentCommand() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length > 0 && arguments[0].equals("--help")) {
            out.print(HELP);
            return DONE;
        }
        if (arguments.length != 3
                || !arguments[0].equals("status")
                || !arguments[1].equals("--pid")
                || !arguments[2].matches("[0-9]{1,9}")) {
            return fail(out, USAGE, "USAGE", "status --pid N; --help says more");
        }
        try {
            String answer = ask(arguments[2], new File(ownJar()).getAbsolutePath());
            if (answer.isEmpty()) {
                return fail(out, INTERNAL, "INTERNAL", "the JVM was reached but gave no answer");
            }
            int exitCode = answer.startsWith("{\"error\":\"NO_")
                    ? NO_PROVIDER
                    : answer.startsWith("{\"error\"") ? INTERNAL : DONE;
            out.println("{\"command\":\"status\",\"ok\":" + (exitCode == DONE) + ",\"exitCode\":" + exitCode
                    + ",\"pid\":" + arguments[2] + "," + answer.substring(1));
            return exitCode;
        } catch (InvocationTargetException e) {
            return fail(out, UNREACHABLE, "UNREACHABLE", "cannot attach to " + arguments[2] + ": " + e.getCause());
        } catch (IOException | URISyntaxException | ReflectiveOperationException | RuntimeException e) {
            return fail(out, INTERNAL, "INTERNAL", e.toString());
        }
    }

    /** By reflection: with release 8 the attach API is not in sight. */
    private static String ask(String pid, String jar) throws IOException, ReflectiveOperationException {
        Class<?> virtualMachine = Class.forName("com.sun.tools.attach.VirtualMachine");
        Path out = Files.createTempFile("graceful-shutdown-agent", ".json");
        try {
            Properties arguments = new Properties();
            arguments.setProperty("command", "status");
            arguments.setProperty("jar", jar);
            arguments.setProperty("out", out.toString());
            Object machine = virtualMachine.getMethod("attach", String.class).invoke(null, pid);
            try {
                virtualMachine
                        .getMethod("loadAgent", String.class, String.class)
                        .invoke(machine, jar, AgentArguments.write(arguments));
            } finally {
                virtualMachine.getMethod("detach").invoke(machine);
            }
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8).trim();
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private static String ownJar() throws URISyntaxException {
        return new File(AgentCommand.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getPath();
    }

    private static int fail(PrintStream out, int exitCode, String error, String message) {
        out.println(JsonText.object(
                "command", "status", "ok", false, "exitCode", exitCode, "error", error, "message", message));
        return exitCode;
    }
}
