package io.jointlending.system.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads the heap of a provider from its {@code /metrics} twice a second and keeps the largest figure. */
final class HeapWatch {
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1_048_576);
    private static final long POLL_MILLIS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest metrics;
    private final Thread thread = new Thread(this::loop, "heap-watch");
    private volatile boolean stopping;
    private volatile long peak;
    private volatile long limit;

    /** @param address host and port of the provider's HTTP for operators */
    HeapWatch(String address) {
        this.metrics = HttpRequest.newBuilder(URI.create("http://" + address + "/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long peakMebibytes() {
        return peak;
    }

    long limitMebibytes() {
        return limit;
    }

    private void loop() {
        try {
            while (!stopping) {
                String page = client.send(metrics, HttpResponse.BodyHandlers.ofString())
                        .body();
                peak = Math.max(peak, heap(page, "jvm_memory_used_bytes"));
                limit = heap(page, "jvm_memory_max_bytes");
                Thread.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + metrics.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long heap(String page, String metric) {
        return page.lines()
                .filter(line -> line.startsWith(metric + "{") && line.contains("area=\"heap\""))
                .map(line -> new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(bytes -> bytes.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divideToIntegralValue(MEBIBYTE)
                .longValueExact();
    }
}
