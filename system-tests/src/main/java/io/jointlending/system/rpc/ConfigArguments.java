package io.jointlending.system.rpc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code scripts/config}.
 *
 * @param act export, diff or import
 * @param file the document
 * @param products codes of the products to export, empty for everything
 * @param reason why it is imported, for the person who approves
 * @param operator who imports it at once, on a platform for development; null to propose it
 * @param registry ZooKeeper address, or null
 */
record ConfigArguments(
        String act,
        String file,
        List<String> products,
        @Nullable String reason,
        @Nullable String operator,
        @Nullable String registry) {
    static final String USAGE =
            """
            usage: config export FILE [--product CODE]... | diff FILE | import FILE (--reason TEXT | --direct NAME)
                          [--registry zookeeper://host:port]
            """;

    static ConfigArguments parse(String[] arguments, @Nullable String defaultRegistry) {
        List<String> words = new ArrayList<>();
        List<String> products = new ArrayList<>();
        String reason = null;
        String operator = null;
        String registry = defaultRegistry;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--product" -> products.add(value(arguments, ++i));
                case "--reason" -> reason = value(arguments, ++i);
                case "--direct" -> operator = value(arguments, ++i);
                case "--registry" -> registry = value(arguments, ++i);
                default -> {
                    if (arguments[i].startsWith("--")) {
                        throw new UsageError("unknown option " + arguments[i] + "\n" + USAGE);
                    }
                    words.add(arguments[i]);
                }
            }
        }
        if (words.size() != 2 || !List.of("export", "diff", "import").contains(words.get(0))) {
            throw new UsageError("expected export, diff or import, and a file, but got " + words + "\n" + USAGE);
        }
        String act = words.get(0);
        if (!act.equals("export") && !products.isEmpty()) {
            throw new UsageError("--product is for export");
        }
        if (act.equals("import") && (reason == null) == (operator == null)) {
            throw new UsageError(
                    "import takes either --reason, to propose it, or --direct, on a platform for development");
        }
        if (!act.equals("import") && (reason != null || operator != null)) {
            throw new UsageError("--reason and --direct are for import");
        }
        return new ConfigArguments(act, words.get(1), List.copyOf(products), reason, operator, registry);
    }

    /** Where the providers are found. */
    String place() {
        if (registry == null || registry.isEmpty()) {
            throw new UsageError("no platform is running here: give --registry, or set JL_REGISTRY_ADDRESS");
        }
        return registry;
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new UsageError(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }
}
