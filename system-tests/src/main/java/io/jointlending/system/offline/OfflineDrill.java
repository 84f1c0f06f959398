package io.jointlending.system.offline;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code scripts/drill offline}: the cycles that are missing, then what all of them counted as one line of JSON. */
public final class OfflineDrill {
    /** New processes now and then: callers hold back the registry's news more the longer they live. */
    private static final int CYCLES_OF_A_RUN = 25;

    private static final String MODES = "interface,instance,all";
    private static final String PROTOCOLS = "dubbo,tri";
    private static final String FAULTS = "none,expire,rule,restart";
    private static final int USAGE = 2;

    private final Map<String, String> options;
    private final PrintStream progress;
    private final DrillFile file;
    private final long endNanos;

    private OfflineDrill(Map<String, String> options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
        this.file = new DrillFile(Path.of(option("results", "cycles.jsonl")));
        this.endNanos =
                System.nanoTime() + Duration.ofSeconds(number("seconds", 0)).toNanos();
    }

    /** Exits 0 only without any failed call. */
    public static void main(String[] arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            System.exit(new OfflineDrill(options, progress).run(out) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            progress.println("error: " + e.getMessage());
            out.println(
                    DrillFile.write(Map.of("drill", "offline", "ok", false, "error", String.valueOf(e.getMessage()))));
            System.exit(USAGE);
        }
    }

    private boolean run(PrintStream out) {
        List<DrillPlan> plans = plans();
        List<DrillPlan> stopped = new ArrayList<>();
        for (Optional<DrillPlan> next = next(plans, stopped);
                next.isPresent() && hasTime();
                next = next(plans, stopped)) {
            if (!someCycles(next.get())) {
                stopped.add(next.get());
            }
        }
        return tell(plans, out);
    }

    private List<DrillPlan> plans() {
        List<DrillPlan> plans = new ArrayList<>();
        for (String how : list("how", "agent", "agent,agent-term,qos,term")) {
            for (String mode : list("modes", MODES, MODES)) {
                for (String protocol : list("protocols", PROTOCOLS, PROTOCOLS)) {
                    plans.add(plan(how, mode, protocol));
                }
            }
        }
        return plans;
    }

    /** The one that has the fewest cycles, of those that lack some. */
    private Optional<DrillPlan> next(List<DrillPlan> plans, List<DrillPlan> stopped) {
        return plans.stream()
                .filter(plan -> !stopped.contains(plan) && file.of(plan).cycles() < cycles())
                .min(Comparator.comparingInt(plan -> file.of(plan).cycles()));
    }

    /** Returns false if it broke off: the rest is for another day. */
    private boolean someCycles(DrillPlan plan) {
        int first = file.of(plan).cycles() + 1;
        int last = Math.min(cycles(), first + CYCLES_OF_A_RUN - 1);
        try (DrillRun run = new DrillRun(plan, expiry())) {
            run.awaitLoad();
            for (int number = first; number <= last && hasTime(); number++) {
                DrillCycle cycle = run.cycle(number);
                file.add(cycle);
                progress.println(DrillFile.write(cycle.json()));
                if (!cycle.ok() && plan.how().equals("agent")) {
                    return false;
                }
            }
            return true;
        } catch (IllegalStateException e) {
            DrillCycle broken = new DrillCycle(plan, 0);
            broken.problem(String.valueOf(e.getMessage()));
            file.add(broken);
            progress.println(DrillFile.write(broken.json()));
            return false;
        }
    }

    private boolean hasTime() {
        return number("seconds", 0) == 0 || System.nanoTime() - endNanos < 0;
    }

    private boolean tell(List<DrillPlan> plans, PrintStream out) {
        List<DrillResult> results = plans.stream().map(file::of).toList();
        List<Long> lastRequests = new ArrayList<>();
        results.forEach(result -> lastRequests.addAll(result.lastRequestMillis()));
        boolean ok = results.stream().allMatch(DrillResult::ok);
        Map<String, Object> total = new LinkedHashMap<>();
        total.put("drill", "offline");
        total.put("ok", ok);
        total.put("complete", results.stream().allMatch(result -> result.cycles() >= cycles()));
        total.put("cycles", results.stream().mapToInt(DrillResult::cycles).sum());
        total.put("calls", results.stream().mapToLong(DrillResult::calls).sum());
        total.put("failedCalls", results.stream().mapToLong(DrillResult::failed).sum());
        total.put("lastRequestMillisP50", DrillResult.median(lastRequests));
        total.put("lastRequestMillisMax", DrillResult.longest(lastRequests));
        total.put(
                "wronglyRegistered",
                results.stream().mapToInt(DrillResult::wronglyRegistered).sum());
        total.put("runs", results.stream().map(DrillResult::json).toList());
        out.println(DrillFile.write(total));
        return ok;
    }

    private DrillPlan plan(String how, String mode, String protocol) {
        return new DrillPlan(
                how,
                mode,
                protocol,
                number("instances", 2),
                number("seed", 1),
                number("long-millis", 8_000),
                number("long-every", 3),
                Duration.ofMillis(number("quiet-millis", 2_000)),
                option("registry", "127.0.0.1:2181"),
                Path.of(option("agent", "")),
                System.getProperty("java.class.path"),
                Path.of(option("home", ".drill")).toAbsolutePath(),
                faults(protocol));
    }

    /** A rule of Dubbo breaks the export of triple services in Dubbo 3.3 itself, so that it is not pushed there. */
    private List<String> faults(String protocol) {
        return list("faults", FAULTS, FAULTS).stream()
                .filter(fault -> !(fault.equals("rule") && protocol.equals("tri")))
                .toList();
    }

    /** The door of the development stack, a line {@code token command argument}. */
    private Consumer<List<String>> expiry() {
        int port = number("control-port", 0);
        String token = option("control-token", "");
        return sessions -> {
            for (String session : sessions) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.getOutputStream()
                            .write((token + " expire-session " + session + "\n").getBytes(StandardCharsets.UTF_8));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot expire a session", e);
                }
            }
        };
    }

    private int cycles() {
        return number("cycles", 5);
    }

    /** Words of an option; {@code known} are all that it may have. */
    private List<String> list(String key, String otherwise, String known) {
        List<String> words = List.of(option(key, otherwise).split(",", -1));
        words.forEach(word -> {
            if (!List.of(known.split(",", -1)).contains(word)) {
                throw new IllegalArgumentException("--" + key + " knows " + known + ", not '" + word + "'");
            }
        });
        return words;
    }

    private int number(String key, int otherwise) {
        return Integer.parseInt(option(key, Integer.toString(otherwise)));
    }

    private String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }
}
