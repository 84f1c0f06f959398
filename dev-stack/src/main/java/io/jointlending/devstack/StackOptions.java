package io.jointlending.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link DevStack}.
 *
 * @param directory everything the stack writes lies in it
 * @param components what to start
 * @param portBase 0 for free ports, otherwise see {@link Ports#fixed}
 * @param fast weaker durability, for unit tests only
 * @param fresh drop the data of earlier runs
 * @param exitOnStdinEof end when the parent's end of stdin closes, so that the stack cannot outlive it
 * @param endOrphans start nothing, only end what a killed supervisor left
 * @param topics RocketMQ topics that exist before the broker is called ready
 */
record StackOptions(
        Path directory,
        Set<Component> components,
        int portBase,
        boolean fast,
        boolean fresh,
        boolean exitOnStdinEof,
        boolean endOrphans,
        List<String> topics) {

    /** One topic for each provider that owns messages. */
    static final List<String> DEFAULT_TOPICS = List.of("loan", "fund-router", "repayment", "channel-admin");

    static final String USAGE =
            """
            usage: DevStack DIR [options]
              --components LIST     of zookeeper,mariadb,redis,namesrv,broker (default: all)
              --port-base N         ports N+1 .. N+11 (default 0: free ports, the same ones each time if possible)
              --topics LIST         RocketMQ topics to create (default: loan,fund-router,repayment,channel-admin)
              --fast                weaker durability, for unit tests only
              --fresh               drop the data of earlier runs
              --exit-on-stdin-eof   stop when stdin ends
              --end-orphans         only end what a killed supervisor left running""";

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int LOWEST_PORT_BASE = 1024;
    private static final int HIGHEST_PORT_BASE = 65_000;

    static StackOptions parse(String... arguments) {
        List<String> places = new ArrayList<>();
        Set<Component> components = EnumSet.allOf(Component.class);
        int portBase = 0;
        boolean fast = false;
        boolean fresh = false;
        boolean exitOnStdinEof = false;
        boolean endOrphans = false;
        List<String> topics = DEFAULT_TOPICS;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--components" -> components = components(value(arguments, ++i));
                case "--port-base" -> portBase = portBase(value(arguments, ++i));
                case "--topics" -> topics = topics(value(arguments, ++i));
                case "--fast" -> fast = true;
                case "--fresh" -> fresh = true;
                case "--exit-on-stdin-eof" -> exitOnStdinEof = true;
                case "--end-orphans" -> endOrphans = true;
                default -> places.add(place(arguments[i]));
            }
        }
        if (places.size() != 1) {
            throw StackFailure.usage("exactly one directory is needed, got " + places + "\n" + USAGE);
        }
        Path directory = Path.of(places.get(0)).toAbsolutePath().normalize();
        return new StackOptions(
                directory, components, portBase, fast, fresh, exitOnStdinEof, endOrphans, List.copyOf(topics));
    }

    /** The broker is of no use without its name server. */
    static Set<Component> completed(Set<Component> wanted) {
        Set<Component> all = EnumSet.noneOf(Component.class);
        all.addAll(wanted);
        if (all.contains(Component.BROKER)) {
            all.add(Component.NAMESRV);
        }
        return all;
    }

    private static @Nullable String at(String[] arguments, int index) {
        return index < arguments.length ? arguments[index] : null;
    }

    private static String value(String[] arguments, int index) {
        String value = at(arguments, index);
        if (value == null) {
            throw StackFailure.usage(arguments[index - 1] + " needs a value\n" + USAGE);
        }
        return value;
    }

    private static String place(String argument) {
        if (argument.startsWith("-")) {
            throw StackFailure.usage("unknown option " + argument + "\n" + USAGE);
        }
        return argument;
    }

    private static Set<Component> components(String list) {
        Set<Component> wanted = EnumSet.noneOf(Component.class);
        words(list).forEach(word -> wanted.add(Component.of(word)));
        if (wanted.isEmpty()) {
            throw StackFailure.usage("--components names no component");
        }
        return completed(wanted);
    }

    private static List<String> topics(String list) {
        List<String> topics = words(list);
        topics.forEach(topic -> {
            if (!TOPIC.matcher(topic).matches()) {
                throw StackFailure.usage("'" + topic + "' is no topic name: letters, digits, '-' and '_', at most 100");
            }
        });
        return topics;
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int portBase(String text) {
        int base;
        try {
            base = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw StackFailure.usage("--port-base needs a number, got '" + text + "'");
        }
        if (base != 0 && (base < LOWEST_PORT_BASE || base > HIGHEST_PORT_BASE)) {
            throw StackFailure.usage(
                    "--port-base is 0 or " + LOWEST_PORT_BASE + " to " + HIGHEST_PORT_BASE + ", got " + base);
        }
        return base;
    }
}
