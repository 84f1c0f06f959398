package io.jointlending.agent;

import io.jointlending.agent.inside.Durations;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** The words of the command line. */
final class CommandLine {
    private static final List<String> COMMANDS = Arrays.asList("offline", "online", "status", "wait");

    final String pid;
    /** What the agent is told. */
    final Properties values = new Properties();

    private CommandLine(String pid) {
        this.pid = pid;
    }

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static CommandLine parse(String[] words) {
        if (words.length == 0 || !COMMANDS.contains(words[0])) {
            throw new IllegalArgumentException(
                    "a command is needed: offline, online, status or wait; --help says more");
        }
        Properties values = new Properties();
        values.setProperty("command", words[0]);
        String pid = "";
        for (int i = 1; i < words.length; i++) {
            switch (words[i]) {
                case "--force":
                case "--dry-run":
                    values.setProperty(words[i].substring(2), "true");
                    break;
                case "--no-drain":
                case "--no-pause":
                    values.setProperty(words[i].substring(5), "false");
                    break;
                case "--pid":
                    pid = value(words, ++i, "[0-9]{1,9}");
                    break;
                case "--timeout":
                case "--quiet-for":
                case "--settle":
                    String text = value(words, ++i, ".*");
                    Durations.millis(text);
                    values.setProperty(words[i - 1].substring(2), text);
                    break;
                case "--by":
                    values.setProperty("by", value(words, ++i, ".{1,200}"));
                    break;
                case "--agent-options":
                    values.setProperty("options", value(words, ++i, ".*"));
                    break;
                default:
                    throw new IllegalArgumentException("unknown argument '" + words[i] + "'; --help says more");
            }
        }
        if (pid.isEmpty()) {
            throw new IllegalArgumentException("--pid N is needed");
        }
        CommandLine line = new CommandLine(pid);
        line.values.putAll(values);
        return line;
    }

    private static String value(String[] words, int at, String pattern) {
        if (at >= words.length || !words[at].matches(pattern)) {
            throw new IllegalArgumentException(
                    words[at - 1] + " needs a value" + (at < words.length ? ", not '" + words[at] + "'" : ""));
        }
        return words[at];
    }
}
