package io.jointlending.support.alarm;

import io.jointlending.support.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Posts an alarm as JSON to an address; anything but an answer 2xx within three seconds is a failure. */
public final class WebhookSink implements AlarmSink {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final String application;

    /**
     * A sink.
     *
     * @param application whose alarms they are
     */
    public WebhookSink(URI address, String application) {
        this.address = address;
        this.application = application;
    }

    @Override
    public void raise(Alarm alarm) {
        String body = Json.write(Map.of(
                "application", application,
                "code", alarm.code(),
                "subject", alarm.subject(),
                "detail", alarm.detail()));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < OK || status >= REDIRECT) {
                throw new IllegalStateException("the webhook for alarms answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the webhook for alarms does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an alarm was posted", e);
        }
    }
}
