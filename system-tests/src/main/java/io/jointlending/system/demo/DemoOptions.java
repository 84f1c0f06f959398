package io.jointlending.system.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line of the demonstration.
 *
 * @param loans random loans; -1 where not given
 * @param seed of everything random
 * @param orders file of orders to replay, or null
 * @param json only the result line on stdout
 * @param callers loans worked on at the same time
 * @param platform platform.properties of the running platform
 * @param result file that gets the result line, or null
 * @param agent jar of the graceful-shutdown agent, or null
 * @param phases what the script did before, in seconds as text
 */
record DemoOptions(
        int loans,
        long seed,
        @Nullable Path orders,
        boolean json,
        int callers,
        Path platform,
        @Nullable Path result,
        @Nullable Path agent,
        Map<String, String> phases) {
    private static final int USUAL_LOANS = 1_000;
    private static final int USUAL_CALLERS = 3 * Runtime.getRuntime().availableProcessors();

    static DemoOptions parse(String[] arguments) {
        int loans = -1;
        long seed = 1;
        Path orders = null;
        boolean json = false;
        int callers = USUAL_CALLERS;
        Path platform = Path.of(".run", "platform.properties");
        Path result = null;
        Path agent = null;
        Map<String, String> phases = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--loans" -> loans = (int) number(arguments, ++i, 0, 1_000_000);
                case "--seed" -> seed = number(arguments, ++i, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--callers" -> callers = (int) number(arguments, ++i, 1, 256);
                case "--orders" -> orders = Path.of(value(arguments, ++i));
                case "--platform" -> platform = Path.of(value(arguments, ++i));
                case "--result" -> result = Path.of(value(arguments, ++i));
                case "--agent" -> agent = Path.of(value(arguments, ++i));
                case "--phase" -> phase(value(arguments, ++i), phases);
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        return new DemoOptions(loans, seed, orders, json, callers, platform, result, agent, phases);
    }

    /** Random loans to make: the usual number, none beside a file of orders unless asked for. */
    int randomLoans() {
        if (loans >= 0) {
            return loans;
        }
        return orders == null ? USUAL_LOANS : 0;
    }

    private static void phase(String text, Map<String, String> phases) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--phase needs name=seconds, got " + text);
        }
        phases.put(text.substring(0, equals), text.substring(equals + 1));
    }

    private static long number(String[] arguments, int index, long least, long most) {
        String text = value(arguments, index);
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a number, got " + text, e);
        }
        throw new IllegalArgumentException(
                arguments[index - 1] + " must be " + least + " to " + most + ", got " + text);
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }
}
