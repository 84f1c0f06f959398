package io.jointlending.system.rpc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of one call.
 *
 * @param contract simple or full name of the interface
 * @param method name of the method
 * @param json the request, {@code -} to read it from stdin
 * @param registry ZooKeeper address, or null when {@code url} is given
 * @param url address of one provider, or null
 * @param group Dubbo group, empty for none
 * @param application name the platform knows this caller by
 * @param line true to print the answer on one line
 */
record RpcArguments(
        String contract,
        String method,
        String json,
        @Nullable String registry,
        @Nullable String url,
        String group,
        String application,
        boolean line) {

    static final String USAGE =
            """
            usage: rpc <Interface> <method> '<json>' [--registry ADDR | --url dubbo://host:port] [--group G] [--caller NAME]
              Interface     simple or full name, such as LoanService
              json          the request record; - reads it from stdin
              --registry    zookeeper://host:port; default: the running platform, else $JL_REGISTRY_ADDRESS
              --url         one provider, without a registry
              --group       for interfaces that every provider exports, such as OpsService: loan-provider, …
              --caller      application name this call is made under, default joint-lending-rpc; request numbers are
                            unique per caller
              --line        prints the answer on one line
            prints the answer as JSON; exit 0 for code 00000, 1 for any other answer or none, 2 for a wrong call
            """;

    static RpcArguments parse(String[] arguments, @Nullable String defaultRegistry) {
        List<String> words = new ArrayList<>();
        String registry = null;
        String url = null;
        String group = "";
        String application = "joint-lending-rpc";
        boolean line = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--registry" -> registry = value(arguments, ++i);
                case "--url" -> url = value(arguments, ++i);
                case "--group" -> group = value(arguments, ++i);
                case "--line" -> line = true;
                case "--caller" -> application = value(arguments, ++i);
                default -> {
                    if (arguments[i].startsWith("--")) {
                        throw new UsageError("unknown option " + arguments[i] + "\n" + USAGE);
                    }
                    words.add(arguments[i]);
                }
            }
        }
        if (words.size() != 3) {
            throw new UsageError(
                    "expected interface, method and JSON but got " + words.size() + " arguments\n" + USAGE);
        }
        if (registry != null && url != null) {
            throw new UsageError("either --registry or --url, not both");
        }
        String found = url != null ? null : registry != null ? registry : defaultRegistry;
        return new RpcArguments(words.get(0), words.get(1), words.get(2), found, url, group, application, line);
    }

    /** Where the providers are found: the one provider or the registry. */
    String place() {
        String place = url != null ? url : registry;
        if (place == null || place.isEmpty()) {
            throw new UsageError("no platform is running here: give --registry or --url, or set JL_REGISTRY_ADDRESS");
        }
        return place;
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new UsageError(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }
}
