package io.jointlending.system.drill;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the counters of all instances over and over. An instance that is killed takes its counters with it, so what it had
 * counted when it was last read is kept; what it did after that is missing.
 */
final class MeterWatch implements AutoCloseable {
    private static final long POLL_MILLIS = 400;
    private static final String CONSUMED = "jl_messages_consumed_total";
    private static final String SENT = "jl_messages_sent_total";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final DrillPlatform platform;
    private final Map<String, Map<String, Long>> byProcess = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::loop, "meter-watch");
    private volatile boolean stopping;

    MeterWatch(DrillPlatform platform) {
        this.platform = platform;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Deliveries by result, such as {@code duplicate}. */
    Map<String, Long> consumed() {
        readAll();
        Map<String, Long> sums = new TreeMap<>();
        byProcess
                .values()
                .forEach(meters -> meters.forEach((name, value) -> {
                    if (name.startsWith("result=")) {
                        sums.merge(name.substring("result=".length()), value, Long::sum);
                    }
                }));
        return sums;
    }

    long deliveries() {
        return consumed().values().stream().mapToLong(Long::longValue).sum();
    }

    long duplicates() {
        return consumed().getOrDefault("duplicate", 0L);
    }

    /** Messages that the broker took from the running process of an instance. */
    long sent(String instance) {
        readAll();
        return byProcess
                .getOrDefault(instance + "/" + platform.pids().get(instance), Map.of())
                .getOrDefault("sent", 0L);
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (!stopping) {
                readAll();
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void readAll() {
        platform.pids().forEach((instance, pid) -> {
            Map<String, Long> read = read(platform.now().required(instance + ".ops"));
            // A process that has just taken the place of a killed one answers before its id is known: counters only
            // rise.
            Map<String, Long> known = byProcess.computeIfAbsent(instance + "/" + pid, key -> new ConcurrentHashMap<>());
            read.forEach((meter, value) -> known.merge(meter, value, Math::max));
        });
    }

    private Map<String, Long> read(String port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            Map<String, Long> meters = new TreeMap<>();
            String page =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            page.lines().forEach(line -> count(line, meters));
            return meters;
        } catch (IOException e) {
            return Map.of(); // it was killed, or has not started yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static void count(String line, Map<String, Long> meters) {
        if (line.startsWith(CONSUMED + "{")) {
            int at = line.indexOf("result=\"") + "result=\"".length();
            meters.merge("result=" + line.substring(at, line.indexOf('"', at)), value(line), Long::sum);
        } else if (line.startsWith(SENT + "{") || line.startsWith(SENT + " ")) {
            meters.merge("sent", value(line), Long::sum);
        }
    }

    private static long value(String line) {
        return new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)).longValue();
    }
}
