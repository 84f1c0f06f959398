package io.jointlending.system.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code scripts/drill offline}: all runs that were asked for, one after the other; the last line is JSON. */
public final class OfflineDrill {
    private final Map<String, String> options;
    private final PrintStream progress;

    private OfflineDrill(Map<String, String> options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Exits 0 only without any failed call. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean ok = new OfflineDrill(options, new PrintStream(System.err, true, StandardCharsets.UTF_8)).run(out);
        System.exit(ok ? 0 : 1);
    }

    private boolean run(PrintStream out) throws IOException {
        Path results = Path.of(option("results", "drill-offline.jsonl"));
        List<String> done = Files.exists(results) ? Files.readAllLines(results) : List.of();
        List<String> lines = new ArrayList<>();
        boolean ok = true;
        for (String how : list("how", "agent")) {
            for (String mode : list("modes", "interface,instance,all")) {
                for (String protocol : list("protocols", "dubbo,tri")) {
                    String name = how + "/" + mode + "/" + protocol;
                    String line = done.stream()
                            .filter(old -> old.contains("\"run\":\"" + name + "\""))
                            .findFirst()
                            .orElse("");
                    if (line.isEmpty()) {
                        line = write(run(plan(how, mode, protocol)));
                        Files.writeString(results, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                    progress.println(line);
                    lines.add(line);
                    ok &= line.contains("\"ok\":true");
                }
            }
        }
        out.println(total(lines, ok));
        return ok;
    }

    private Map<String, Object> run(DrillPlan plan) {
        try (DrillRun run = new DrillRun(plan, expiry(), progress::println)) {
            return run.run().json();
        }
    }

    private DrillPlan plan(String how, String mode, String protocol) {
        return new DrillPlan(
                how,
                mode,
                protocol,
                number("cycles", 5),
                number("instances", 2),
                number("seed", 1),
                number("long-millis", 8_000),
                Duration.ofMillis(number("quiet-millis", 2_000)),
                option("registry", "127.0.0.1:2181"),
                Path.of(option("agent", "")),
                System.getProperty("java.class.path"),
                Path.of(option("home", ".drill")).toAbsolutePath(),
                faults(protocol));
    }

    /** A rule of Dubbo breaks the export of triple services in Dubbo 3.3 itself, so that it is not pushed there. */
    private List<String> faults(String protocol) {
        return list("faults", "none,expire,rule,restart").stream()
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

    private static String total(List<String> lines, boolean ok) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            long cycles = 0;
            long calls = 0;
            long failed = 0;
            long wrong = 0;
            for (String line : lines) {
                var run = mapper.readTree(line);
                cycles += run.path("cycles").asLong();
                calls += run.path("calls").asLong();
                failed += run.path("failedCalls").asLong();
                wrong += run.path("wronglyRegistered").asLong();
            }
            return "{\"drill\":\"offline\",\"ok\":" + ok + ",\"cycles\":" + cycles + ",\"calls\":" + calls
                    + ",\"failedCalls\":" + failed + ",\"wronglyRegistered\":" + wrong + ",\"runs\":["
                    + String.join(",", lines) + "]}";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the results is no JSON", e);
        }
    }

    private static String write(Map<String, Object> json) {
        try {
            return new ObjectMapper().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("result", e);
        }
    }

    private List<String> list(String key, String otherwise) {
        return List.of(option(key, otherwise).split(",", -1));
    }

    private int number(String key, int otherwise) {
        return Integer.parseInt(option(key, Integer.toString(otherwise)));
    }

    private String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }
}
