package io.jointlending.agent;

import io.jointlending.agent.inside.Durations;
import io.jointlending.agent.inside.ExitCode;
import io.jointlending.agent.inside.JsonText;
import java.io.PrintStream;

/** The command line: {@code java -jar graceful-shutdown-agent.jar offline --pid N}. */
public final class AgentCommand {
    private static final String HELP = "usage: java -jar graceful-shutdown-agent.jar COMMAND --pid N [options]\n"
            + "\n"
            + "  offline   unregister everything from every registry, look that it is gone, wait until no request runs and\n"
            + "            none comes any more; the JVM lives on and stays offline\n"
            + "  online    register exactly what was taken down, look that it is there\n"
            + "  status    what is exported, registered and visible\n"
            + "  wait      wait until an offline instance is drained\n"
            + "\n"
            + "  --timeout T    how long it may take in all (60s); 500ms, 60s, 2m or seconds\n"
            + "  --quiet-for T  how long nothing may come before it counts as drained (6s)\n"
            + "  --settle T     how long others must be registered before they count as left (8s)\n"
            + "  --force        also if no other provider of a service is left\n"
            + "  --dry-run      only say what would go\n"
            + "  --no-drain     do not wait for running requests\n"
            + "  --no-pause     leave message consumers and the like running\n"
            + "  --by TEXT      who, for the audit line\n"
            + "  --agent-options KEY=VALUE,...  as with -javaagent, if no agent is there yet\n"
            + "\n"
            + "One line of JSON on stdout. Exit codes: 0 reached and seen in the registry, 2 usage, 3 the JVM cannot be\n"
            + "reached, 5 refused: last provider, 6 not confirmed by the registry, 7 not drained in time, 8 no Dubbo\n"
            + "provider, 9 the opposite command is running, 10 internal, 11 another user's JVM.\n";

    private AgentCommand() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length > 0 && arguments[0].equals("--help")) {
            out.print(HELP);
            return ExitCode.DONE.code();
        }
        String command = arguments.length == 0 ? "" : arguments[0];
        try {
            CommandLine line = CommandLine.parse(arguments);
            if (line.values.getProperty("by", "").isEmpty()) {
                line.values.setProperty("by", System.getProperty("user.name", "unknown"));
            }
            long limit = Durations.millis(line.values.getProperty("timeout", "60s"));
            String answer = new Attachment(line.pid, ShutdownAgent.ownJar()).ask(line.values, limit);
            int end = answer.indexOf('\n');
            if (end < 0) {
                return fail(out, command, ExitCode.INTERNAL, "the JVM was reached but gave no answer");
            }
            out.print(answer.substring(end + 1));
            return Integer.parseInt(answer.substring(0, end));
        } catch (IllegalArgumentException e) {
            return fail(out, command, ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (Attachment.Unreachable e) {
            return fail(out, command, e.exitCode, String.valueOf(e.getMessage()));
        } catch (Exception e) { // the end of a command line
            return fail(out, command, ExitCode.INTERNAL, e.toString());
        }
    }

    private static int fail(PrintStream out, String command, ExitCode exitCode, String message) {
        out.println(JsonText.write(JsonText.object(
                "command",
                command,
                "ok",
                false,
                "exitCode",
                exitCode.code(),
                "error",
                exitCode.name(),
                "message",
                message)));
        return exitCode.code();
    }
}
