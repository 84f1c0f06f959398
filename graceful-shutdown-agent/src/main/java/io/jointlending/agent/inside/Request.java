package io.jointlending.agent.inside;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** One command to the agent. */
final class Request {
    static final String OFFLINE = "offline";
    static final String ONLINE = "online";
    static final String STATUS = "status";
    static final String WAIT = "wait";
    private static final List<String> COMMANDS = Arrays.asList(OFFLINE, ONLINE, STATUS, WAIT);
    /** Longer than the 5 s by which Dubbo holds back the news of a busy registry. */
    private static final String QUIET = "6s";
    /** The same 5 s, and time to connect. */
    private static final String SETTLE = "8s";

    final String command;
    final long timeoutMillis;
    final long quietMillis;
    /** How long others must have been registered before they count as a provider that is left. */
    final long settleMillis;

    final boolean force;
    final boolean dryRun;
    /** False: the answer does not wait for running calls. */
    final boolean drain;
    /** False: message consumers and the like go on. */
    final boolean pause;

    /** False: what sends messages goes on, as the application itself is about to end in its own order. */
    final boolean outlets;

    final String by;

    private Request(Properties values) {
        command = values.getProperty("command", "");
        if (!COMMANDS.contains(command)) {
            throw new IllegalArgumentException("unknown command '" + command + "', known: " + COMMANDS);
        }
        timeoutMillis = Durations.millis(values.getProperty("timeout", "60s"));
        quietMillis = Durations.millis(values.getProperty("quiet-for", QUIET));
        settleMillis = Durations.millis(values.getProperty("settle", SETTLE));
        force = values.getProperty("force", "false").equals("true");
        dryRun = values.getProperty("dry-run", "false").equals("true");
        drain = !values.getProperty("drain", "true").equals("false");
        pause = !values.getProperty("pause", "true").equals("false");
        outlets = !values.getProperty("outlets", "true").equals("false");
        by = values.getProperty("by", "unknown");
    }

    /**
     * Reads a command.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Request of(Properties values) {
        return new Request(values);
    }

    boolean changes() {
        return (command.equals(OFFLINE) || command.equals(ONLINE)) && !dryRun;
    }
}
