package io.jointlending.fund.exchange.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.exchange.TestChannels;
import io.jointlending.fund.exchange.TestKeys;
import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callbacks over real sockets, good and hostile. */
class CallbackServerTest {
    private static final Tree OK = code("0000");
    private static final Tree FAIL = code("9999");
    private static final Tree BODY =
            new Tree.Fields(Map.of("loanNo", new Tree.Text("L1"), "status", new Tree.Text("0000")));
    private static final Set<String> EVENTS = Set.of("loan-result", "cancel-result");
    private static final String PATH = "/callback/test-bank/loan-result";

    private final Store store = new Store();
    private final Remembered nonces = new Remembered();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpClient http = HttpClient.newHttpClient();
    private ChannelDefinition channel = TestChannels.channel("json", "SM");
    private final CallbackDoor door = new CallbackDoor(
            name -> Optional.of(channel).filter(one -> one.channel().equals(name)),
            new Envelopes(TestKeys.ours(), Clock.systemUTC(), true),
            nonces,
            store,
            meters);
    private final CallbackServer server = new CallbackServer("127.0.0.1", 0, 2, door);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"json, SM", "xml, AES_RSA", "form, HMAC", "json, HMAC_SM3"})
    void a_callback_reaches_the_inbox_and_is_acknowledged_under_seal(String codec, String suite) throws Exception {
        channel = TestChannels.channel(codec, suite);
        Tree ok = codec.equals("form") ? new Tree.Fields(Map.of("code", new Tree.Text("0000"))) : OK;
        store.ok = ok;
        Envelope.Sealed sealed = sealed(BODY);
        HttpResponse<byte[]> answer = post(PATH, sealed.bytes());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(bank().openAnswer(answer.body(), Kind.ACK, sealed.nonce())).isEqualTo(ok);
        assertThat(store.taken).containsExactly(BODY);
        assertCounted("taken", 1);
        assertThat(door.refused()).isEmpty();
    }

    @Test
    void a_hundred_copies_at_the_same_time_are_all_acknowledged_and_stored_once() throws Exception {
        byte[] same = sealed(BODY).bytes();
        List<Callable<Integer>> posts = Collections.nCopies(100, () -> retried(same));
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            for (Future<Integer> status : threads.invokeAll(posts)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(new HashSet<>(store.taken)).containsExactly(BODY);
        assertThat(store.stored).hasSize(1);
    }

    /** The queue is bounded: whoever is turned away at the door comes again, as a bank does. */
    private int retried(byte[] body) throws InterruptedException {
        IOException last = new IOException("not tried");
        for (int i = 0; i < 50; i++) {
            try {
                return post(PATH, body).statusCode();
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IllegalStateException(last);
    }

    @Test
    void an_altered_or_foreign_callback_is_answered_with_fail_and_stores_nothing() throws Exception {
        byte[] altered = sealed(BODY).bytes();
        int at = new String(altered, StandardCharsets.UTF_8).indexOf("\"body\":\"") + 20;
        altered[at] = (byte) (altered[at] == 'A' ? 'B' : 'A');
        Envelope stranger = new Envelopes(TestKeys.stranger(), Clock.systemUTC(), true).of(channel);
        byte[] foreign =
                stranger.seal(BODY, Kind.CALLBACK, stranger.freshNonce()).bytes();
        assertFails(altered, 401, "signature");
        assertFails(foreign, 401, "key");
        assertFails("{}".getBytes(StandardCharsets.UTF_8), 401, "form");
        assertFails("garbage".getBytes(StandardCharsets.UTF_8), 401, "form");
        byte[] reply = bank().seal(BODY, Kind.REPLY, bank().freshNonce()).bytes();
        assertFails(reply, 401, "signature");
        assertThat(store.taken).isEmpty();
        assertThat(door.refused()).containsExactly(Map.entry("test-bank", 5L));
    }

    @Test
    void yesterdays_message_and_a_number_used_by_another_message_are_refused() throws Exception {
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        Envelope bank = new Envelopes(TestKeys.bank(), yesterday, true).of(channel);
        assertFails(bank.seal(BODY, Kind.CALLBACK, bank.freshNonce()).bytes(), 401, "stale");
        Envelope.Sealed first = sealed(BODY);
        assertThat(post(PATH, first.bytes()).statusCode()).isEqualTo(200);
        byte[] second = bank().seal(code("x"), Kind.CALLBACK, first.nonce()).bytes();
        assertFails(second, 401, "replayed");
        assertThat(post(PATH, first.bytes()).statusCode())
                .as("the bank did not get our answer")
                .isEqualTo(200);
        assertThat(store.taken).containsOnly(BODY);
    }

    @Test
    void the_same_message_for_another_event_is_refused() throws Exception {
        byte[] message = sealed(BODY).bytes();
        assertThat(post(PATH, message).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> answer = post("/callback/test-bank/cancel-result", message);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(bank().open(answer.body(), Kind.ACK).tree()).isEqualTo(FAIL);
        assertCounted("replayed", 1);
        assertThat(store.taken).containsExactly(BODY);
    }

    @Test
    void what_cannot_be_stored_is_not_acknowledged() throws Exception {
        store.failing = true;
        Envelope.Sealed sealed = sealed(BODY);
        HttpResponse<byte[]> answer = post(PATH, sealed.bytes());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(bank().openAnswer(answer.body(), Kind.ACK, sealed.nonce())).isEqualTo(FAIL);
        assertCounted("not_taken", 1);
        store.failing = false;
        assertThat(post(PATH, sealed.bytes()).statusCode()).isEqualTo(200);
    }

    @Test
    void while_the_memory_of_numbers_is_away_callbacks_go_on() throws Exception {
        nonces.away = true;
        assertThat(post(PATH, sealed(BODY).bytes()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/callback/test-bank/other-event, 404",
        "/callback/other-bank/loan-result, 404",
        "/callback/test-bank, 404",
        "/callback/test-bank/loan-result/x, 404",
        "/callback/..%2ftest-bank/loan-result, 404",
        "/, 404"
    })
    void another_path_is_not_found(String path, int status) throws Exception {
        assertThat(post(path, sealed(BODY).bytes()).statusCode()).isEqualTo(status);
        assertThat(store.taken).isEmpty();
    }

    @Test
    void only_allowed_networks_and_only_post() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(address(PATH)).build();
        assertThat(http.send(get, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
                .isEqualTo(405);
        channel = TestChannels.channel("json", "SM", null, null, List.of("10.20.0.0/16"));
        assertThat(post(PATH, sealed(BODY).bytes()).statusCode()).isEqualTo(403);
        assertCounted("foreign_address", 1);
        channel = TestChannels.channel("json", "SM", null, null, List.of("127.0.0.0/8"));
        assertThat(post(PATH, sealed(BODY).bytes()).statusCode()).isEqualTo(200);
    }

    @Test
    void two_megabytes_are_not_read() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(2 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[CallbackDoor.MAX_BYTES + 1];
            out.write(block);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertCounted("too_long", 1);
        assertThat(store.taken).isEmpty();
    }

    @Test
    void slow_headers_and_slow_bodies_are_cut_off() throws Exception {
        List<Socket> slow = new ArrayList<>();
        long start = System.nanoTime();
        for (String begin : List.of("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nX-Slow: ", head(100) + "{")) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            slow.add(socket);
        }
        for (Socket socket : slow) {
            socket.setSoTimeout(20_000);
            assertThat(hungUp(socket)).isTrue();
            socket.close();
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(16);
        assertThat(post(PATH, sealed(BODY).bytes()).statusCode())
                .as("both threads are free again")
                .isEqualTo(200);
    }

    @Test
    void a_taken_port_is_told() {
        CallbackDoor door = new CallbackDoor(
                name -> Optional.empty(),
                new Envelopes(TestKeys.ours(), Clock.systemUTC(), true),
                nonces,
                store,
                meters);
        assertThatThrownBy(() -> new CallbackServer("127.0.0.1", server.port(), 1, door))
                .hasMessageContaining("jl.fund.callback.port");
    }

    private static boolean hungUp(Socket socket) {
        try {
            int next = 0;
            while (next >= 0) {
                next = socket.getInputStream().read();
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // reset
        }
    }

    private static String head(int length) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private void assertFails(byte[] message, int status, String counter) throws Exception {
        HttpResponse<byte[]> answer = post(PATH, message);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(bank().open(answer.body(), Kind.ACK).tree()).isEqualTo(FAIL);
        assertThat(meters.counter("fund.callbacks", "channel", "test-bank", "result", counter)
                        .count())
                .isPositive();
    }

    private void assertCounted(String result, int times) {
        assertThat((int) meters.counter("fund.callbacks", "channel", "test-bank", "result", result)
                        .count())
                .isEqualTo(times);
    }

    private Envelope bank() {
        return new Envelopes(TestKeys.bank(), Clock.systemUTC(), true).of(channel);
    }

    private Envelope.Sealed sealed(Tree tree) {
        Envelope bank = bank();
        return bank.seal(tree, Kind.CALLBACK, bank.freshNonce());
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static Tree code(String code) {
        return new Tree.Fields(Map.of("head", new Tree.Fields(Map.of("code", new Tree.Text(code)))));
    }

    /** An inbox in memory. */
    private static final class Store implements CallbackSink {
        private final List<Tree> taken = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> stored = ConcurrentHashMap.newKeySet();
        private volatile boolean failing;
        private volatile Tree ok = OK;

        @Override
        public Optional<Acks> acks(String channel, String event) {
            return EVENTS.contains(event) ? Optional.of(new Acks(ok, FAIL)) : Optional.empty();
        }

        @Override
        public Verdict accept(String channel, String event, Tree body, String sha256) {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            taken.add(body);
            stored.add(sha256);
            return Verdict.ACK;
        }
    }

    /** Numbers in memory. */
    private static final class Remembered implements Nonces {
        private final Map<String, String> used = new ConcurrentHashMap<>();
        private volatile boolean away;

        @Override
        public Standing use(String channel, String nonce, String usedBy) {
            if (away) {
                return Standing.UNKNOWN;
            }
            String before = used.putIfAbsent(channel + nonce, usedBy);
            return before == null ? Standing.FRESH : before.equals(usedBy) ? Standing.SAME_MESSAGE : Standing.REPLAYED;
        }
    }
}
