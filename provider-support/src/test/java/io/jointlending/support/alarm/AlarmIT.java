package io.jointlending.support.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.wiring.SchemaFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmIT {
    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<Alarm> logged = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private final HttpServer receiver = receiver();
    private final Alarms alarms = new Alarms(SCHEMA.session());
    private final AlarmCourier courier = new AlarmCourier(
            SCHEMA.transactions(),
            SCHEMA.session(),
            logged::add,
            Optional.of(new WebhookSink(
                    URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/alarms"), "test-provider")));

    @BeforeEach
    void empty() {
        SCHEMA.execute("DELETE FROM alarm");
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void an_alarm_is_told_once_by_log_and_webhook() {
        raise("DEAD_LETTER", "OUTBOX:k-1");

        assertThat(courier.deliver()).isOne();
        assertThat(courier.deliver()).isZero();
        assertThat(logged).containsExactly(new Alarm("DEAD_LETTER", "OUTBOX:k-1", "expected by the test"));
        assertThat(posted).singleElement().asString().contains("test-provider", "DEAD_LETTER", "OUTBOX:k-1");
    }

    @Test
    void a_webhook_that_fails_is_tried_again_and_the_log_has_one_line() {
        raise("DEAD_LETTER", "OUTBOX:k-1");
        status.set(500);
        assertThat(courier.deliver()).isZero();
        status.set(204);
        assertThat(courier.deliver()).as("not before its pause is over").isZero();
        SCHEMA.execute("UPDATE alarm SET next_at = NOW(3)");

        assertThat(courier.deliver()).isOne();
        assertThat(posted).hasSize(2);
        assertThat(logged).hasSize(1);
        assertThat(SCHEMA.number("SELECT attempts FROM alarm")).isEqualTo(2);
    }

    @Test
    void what_happens_again_is_told_again_but_hourly_alarms_are_only_counted() {
        raise("DEAD_LETTER", "OUTBOX:k-1");
        courier.deliver();
        raise("DEAD_LETTER", "OUTBOX:k-1");
        courier.deliver();
        assertThat(logged).hasSize(2);

        for (int i = 0; i < 5; i++) {
            SCHEMA.transactions().inTransaction(() -> alarms.raiseHourly(new Alarm("WEAKLY_STORED", "broker", "x")));
            courier.deliver();
        }
        assertThat(logged.stream().filter(alarm -> alarm.code().equals("WEAKLY_STORED")))
                .as("one, or two if the hour changed meanwhile")
                .hasSizeBetween(1, 2);
        assertThat(SCHEMA.number("SELECT SUM(occurrences) FROM alarm WHERE alarm_code = 'WEAKLY_STORED'"))
                .isEqualTo(5);
    }

    @Test
    void an_alarm_of_what_was_rolled_back_is_not_told() {
        assertThat(SCHEMA.transactions().<String>inTransaction(() -> "nothing")).isEqualTo("nothing");
        try {
            SCHEMA.transactions().inTransaction(() -> {
                alarms.raise(new Alarm("DEAD_LETTER", "OUTBOX:k-1", "x"));
                throw new IllegalArgumentException("rolls back");
            });
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("rolls back");
        }
        assertThat(courier.deliver()).isZero();
    }

    private void raise(String code, String subject) {
        SCHEMA.transactions().inTransaction(() -> alarms.raise(new Alarm(code, subject, "expected by the test")));
    }

    private HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
            server.createContext("/alarms", exchange -> {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(status.get(), -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
