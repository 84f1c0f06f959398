package io.jointlending.agent.inside;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** What follows {@code -javaagent:jar=}, {@code key=value} with commas between. Unknown keys are an error. */
public final class AgentOptions {
    private static final List<String> KEYS =
            Arrays.asList("dir", "http", "start", "term", "term-timeout", "term-quiet", "min-providers");

    private final Properties values;

    private AgentOptions(Properties values) {
        this.values = values;
    }

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException with the option that is wrong
     */
    public static AgentOptions parse(String text) {
        Properties values = new Properties();
        for (String part : text.split(",", -1)) {
            if (part.trim().isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.trim() : part.substring(0, equals).trim();
            if (equals < 0 || !KEYS.contains(key)) {
                throw new IllegalArgumentException("unknown option '" + part + "', known: " + KEYS);
            }
            values.setProperty(key, part.substring(equals + 1).trim());
        }
        AgentOptions options = new AgentOptions(values);
        options.termTimeoutMillis();
        options.termQuietMillis();
        options.minProviders();
        options.httpPort();
        return options;
    }

    /** Directory for the token, the port and the audit file. */
    String dir() {
        return values.getProperty("dir", System.getProperty("user.home", ".") + "/.graceful-shutdown-agent");
    }

    /** Port on loopback, 0 for any, -1 for none. */
    int httpPort() {
        return number("http", -1);
    }

    /** True if nothing may be registered before the first {@code online}. */
    boolean startOffline() {
        return values.getProperty("start", "online").equals("offline");
    }

    /** True if SIGTERM first goes offline and drains. */
    boolean drainOnTerm() {
        return values.getProperty("term", "drain").equals("drain");
    }

    long termTimeoutMillis() {
        return Durations.millis(values.getProperty("term-timeout", "20s"));
    }

    long termQuietMillis() {
        return Durations.millis(values.getProperty("term-quiet", "2s"));
    }

    /** How many others must be left of every service. */
    int minProviders() {
        return number("min-providers", 1);
    }

    private int number(String key, int otherwise) {
        String text = values.getProperty(key, String.valueOf(otherwise));
        if (!text.matches("-1|[0-9]{1,5}")) {
            throw new IllegalArgumentException(key + " is a number, got '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
