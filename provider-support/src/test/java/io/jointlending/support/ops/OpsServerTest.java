package io.jointlending.support.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.Eventually;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpsServerTest {
    private final AtomicReference<@Nullable String> registry = new AtomicReference<>();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final OpsServer server = new OpsServer(
            "127.0.0.1", 0, new Readiness().with("database", () -> null).with("registry", registry::get), meters);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ready_tells_each_check_and_is_503_when_one_fails() throws Exception {
        HttpResponse<String> well = get("/ready");
        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(well.body()).isEqualTo("{\"ready\":true,\"checks\":{\"database\":\"ok\",\"registry\":\"ok\"}}");

        registry.set("not connected");

        Eventually.within(Duration.ofSeconds(5), "noticed", () -> status("/ready") == 503);
        assertThat(get("/ready").body())
                .isEqualTo("{\"ready\":false,\"checks\":{\"database\":\"ok\",\"registry\":\"not connected\"}}");
        assertThat(status("/live")).isEqualTo(200);
    }

    @Test
    void metrics_are_in_the_text_format() throws Exception {
        meters.counter("jl.messages.sent").increment();

        assertThat(get("/metrics").body()).contains("jl_messages_sent_total 1.0");
    }

    @Test
    void only_reading_is_possible() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/ready"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(http.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
        assertThat(status("/")).isEqualTo(404);
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (Exception e) { // of a test's own client
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
