package io.jointlending.fund.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.KeyRing;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.exchange.http.Egress;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets, hostile answers: every one ends within the deadline, and only a verified one is believed. */
class InstitutionClientTest {
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8");
    /** As many hosts as a test can think of: what bounds them is not what it is about. */
    private static final AllowedHosts ANYWHERE = institution -> new AbstractSet<>() {
        @Override
        public boolean contains(Object host) {
            return true;
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    };

    private static final Duration MARGIN = Duration.ofMillis(1500);
    private static final Endpoint APPLY = new Endpoint("POST", "loan/apply");
    private static final String CARD = "6200000000001234";
    private static final Tree.Fields TREE = Tree.Fields.empty()
            .with("reqNo", new Tree.Text("R000000000000001"))
            .with("name", new Tree.Text("Example Li"))
            .with("card", new Tree.Text(CARD));
    private static final Rendering.Rendered REQUEST =
            new Rendering.Rendered(TREE, TREE.with("name", new Tree.Text("***")).with("card", new Tree.Text("***")));
    private static final Tree REJECTED = reply("2001");

    private final Envelopes ours = new Envelopes(TestKeys.ours(), Clock.systemUTC(), false);
    private final Envelopes banks = new Envelopes(TestKeys.bank(), Clock.systemUTC(), false);

    @ParameterizedTest
    @CsvSource({"json, HMAC", "json, SM", "xml, AES_RSA", "form, HMAC_SM3", "json, PLAIN"})
    void a_proper_answer_is_a_reply_and_its_evidence_holds_no_personal_data(String codec, String suite)
            throws IOException {
        ChannelDefinition channel = TestChannels.channel(codec, suite);
        Envelope bank = banks.of(channel);
        Tree answer = codec.equals("form")
                ? new Tree.Fields(Map.of("code", new Tree.Text("0000")))
                : ((Tree.Fields) reply("0000"))
                        .with("echo", new Tree.Text("to Example Li, card " + CARD + ", ID 11010119900307771X"))
                        .with("reqNo", new Tree.Text("R000000000000001"));
        try (WireBank wire = new WireBank((line, body) -> {
            Envelope.Opened request = bank.open(body, Kind.REQUEST);
            assertThat(request.tree()).isEqualTo(TREE);
            line.respond(200, bank.seal(answer, Kind.REPLY, request.nonce()).bytes());
        })) {
            CallResult result = call(channel, wire.address());
            assertThat(result).isInstanceOf(CallResult.Replied.class);
            assertThat(((CallResult.Replied) result).reply()).isEqualTo(answer);
            Evidence evidence = result.evidence();
            assertThat(evidence.httpStatus()).isEqualTo(200);
            assertThat(evidence.requestSha256())
                    .hasSize(64)
                    .isEqualTo(Digests.sha256(wire.requests().get(0)));
            assertThat(evidence.replySha256()).hasSize(64);
            String shown = evidence.maskedRequest() + evidence.maskedReply();
            assertThat(shown).contains("R000000000000001").doesNotContain(CARD, "Example Li", "19900307");
        }
    }

    @Test
    void a_verified_refusal_counts_whatever_the_status_of_http() throws IOException {
        ChannelDefinition channel = TestChannels.channel("json", "SM");
        Envelope bank = banks.of(channel);
        try (WireBank wire = new WireBank((line, body) -> line.respond(
                500,
                bank.seal(REJECTED, Kind.REPLY, bank.open(body, Kind.REQUEST).nonce())
                        .bytes()))) {
            assertThat(call(channel, wire.address())).isInstanceOf(CallResult.Replied.class);
        }
    }

    @Test
    void a_refusal_with_a_wrong_signature_is_lost_and_not_a_refusal() throws IOException {
        ChannelDefinition channel = TestChannels.channel("json", "SM");
        Envelope stranger = new Envelopes(TestKeys.stranger(), Clock.systemUTC(), false).of(channel);
        Envelope bank = banks.of(channel);
        try (WireBank wire = new WireBank((line, body) -> line.respond(
                200,
                stranger.seal(
                                REJECTED,
                                Kind.REPLY,
                                bank.open(body, Kind.REQUEST).nonce())
                        .bytes()))) {
            assertLost(channel, wire, CallResult.Why.NOT_AUTHENTIC);
        }
    }

    @Test
    void the_answer_to_another_request_is_lost() throws IOException {
        ChannelDefinition channel = TestChannels.channel("json", "HMAC");
        Envelope bank = banks.of(channel);
        try (WireBank wire = new WireBank((line, body) -> line.respond(
                200, bank.seal(REJECTED, Kind.REPLY, bank.freshNonce()).bytes()))) {
            assertLost(channel, wire, CallResult.Why.NOT_AUTHENTIC);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>502 Bad Gateway</body></html>",
                "{\"head\":{\"code\":\"2001\"}}",
                "",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void an_answer_without_a_seal_is_lost(String body) throws IOException {
        try (WireBank wire =
                new WireBank((line, request) -> line.respond(502, body.getBytes(StandardCharsets.UTF_8)))) {
            assertLost(TestChannels.channel("json", "HMAC"), wire, CallResult.Why.NOT_AUTHENTIC);
        }
    }

    static List<String> unreadable() {
        return List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d"
                        + " \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><a>&d;</a>",
                "<a>".repeat(5_000) + "</a>".repeat(5_000),
                "[".repeat(5_000) + "]".repeat(5_000),
                "{\"head\":{\"code\":\"2001\",\"code\":\"0000\"}}",
                "not a message");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void an_answer_that_cannot_be_read_is_lost(String body) throws IOException {
        String codec = body.startsWith("<") ? "xml" : "json";
        try (WireBank wire =
                new WireBank((line, request) -> line.respond(200, body.getBytes(StandardCharsets.UTF_8)))) {
            assertLost(TestChannels.channel(codec, "PLAIN"), wire, CallResult.Why.UNREADABLE);
        }
    }

    @Test
    void ten_megabytes_that_are_announced_are_not_read() throws IOException {
        byte[] block = new byte[64 * 1024];
        try (WireBank wire = new WireBank((line, body) -> {
            line.write("HTTP/1.1 200 x\r\nContent-Length: " + 160 * block.length + "\r\n\r\n");
            for (int i = 0; i < 160; i++) {
                line.write(block);
            }
        })) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.TOO_LONG);
            assertThat(wire.written()).isLessThan(160L * block.length);
        }
    }

    @Test
    void a_compressed_answer_is_not_unpacked() throws IOException {
        try (WireBank wire = new WireBank((line, request) -> {
            byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
            line.write("HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n");
            line.write(gzip);
        })) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.UNREADABLE);
            assertThat(wire.heads()).singleElement().asString().doesNotContainIgnoringCase("accept-encoding");
        }
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        try (WireBank elsewhere = new WireBank((line, body) -> line.respond(200, body));
                WireBank wire = new WireBank((line, body) -> line.write(
                        "HTTP/1.1 302 x\r\nLocation: " + elsewhere.address() + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.REDIRECT);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void a_bank_that_says_nothing_is_left_at_the_deadline() throws IOException {
        try (WireBank wire = new WireBank((line, body) -> line.hold())) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.DEADLINE);
        }
    }

    @Test
    void a_dripping_answer_is_left_at_the_deadline() throws IOException {
        try (WireBank wire = new WireBank((line, body) -> {
            line.write("HTTP/1.1 200 x\r\nContent-Length: 5000\r\n\r\n");
            while (!line.hungUpWithin(50)) {
                line.write(" ");
            }
        })) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.DEADLINE);
        }
    }

    @Test
    void dripping_headers_are_left_at_the_deadline() throws IOException {
        try (WireBank wire = new WireBank((line, body) -> {
            line.write("HTTP/1.1 200 x\r\n");
            while (!line.hungUpWithin(50)) {
                line.write("X-Drip: 1\r\n");
            }
        })) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.DEADLINE);
        }
    }

    @Test
    void an_endless_answer_is_cut_at_its_bound() throws IOException {
        byte[] block = new byte[64 * 1024];
        try (WireBank wire = new WireBank((line, body) -> {
            line.write("HTTP/1.1 200 x\r\nContent-Type: text/plain\r\n\r\n");
            for (int i = 0; i < 16_000; i++) { // a gigabyte
                line.write(block);
            }
        })) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.TOO_LONG);
            assertThat(wire.written())
                    .as("what it could write before we hung up")
                    .isLessThan(32L * 1024 * 1024);
        }
    }

    @Test
    void headers_without_end_are_lost() throws IOException {
        String header = "X-Long: " + "x".repeat(8_000) + "\r\n";
        try (WireBank wire = new WireBank((line, body) -> {
            line.write("HTTP/1.1 200 x\r\n");
            for (int i = 0; i < 100_000; i++) {
                line.write(header);
            }
        })) {
            long start = System.nanoTime();
            CallResult result = call(TestChannels.channel("json", "PLAIN"), wire.address());
            assertThat(result).isInstanceOf(CallResult.Lost.class);
            assertInTime(start);
        }
    }

    @Test
    void a_connection_that_breaks_after_the_request_is_lost_and_the_request_is_not_sent_again() throws IOException {
        try (WireBank wire = new WireBank((line, body) -> line.reset())) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.CONNECTION);
            assertThat(wire.requests()).hasSize(1);
        }
        try (WireBank wire = new WireBank((line, body) -> {})) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.CONNECTION);
            assertThat(wire.requests()).hasSize(1);
        }
        try (WireBank wire =
                new WireBank((line, body) -> line.write("HTTP/1.1 200 x\r\nContent-Length: 50\r\n\r\n{"))) {
            assertLost(TestChannels.channel("json", "PLAIN"), wire, CallResult.Why.CONNECTION);
            assertThat(wire.requests()).hasSize(1);
        }
    }

    @Test
    void without_a_connection_nothing_was_sent() throws IOException {
        String address;
        try (ServerSocket closed = new ServerSocket(0)) {
            address = "http://127.0.0.1:" + closed.getLocalPort();
        }
        assertNotSent(call(TestChannels.channel("json", "PLAIN"), address), true);
        assertNotSent(call(TestChannels.channel("json", "PLAIN"), "https://bank.invalid"), true);
    }

    @Test
    void without_tls_nothing_was_sent() throws IOException {
        try (WireBank wire = new WireBank((line, body) -> line.respond(200, body))) {
            String address = wire.address().replace("http:", "https:");
            CallResult result = call(TestChannels.channel("json", "PLAIN"), address);
            assertThat(wire.requests()).isEmpty();
            assertThat(result).isNotInstanceOf(CallResult.Replied.class);
        }
    }

    @Test
    void an_institution_is_asked_at_the_hosts_of_its_fund_channel_alone() throws IOException {
        try (WireBank wire = new WireBank((line, body) -> line.respond(200, body))) {
            ChannelDefinition channel = TestChannels.channel("json", "PLAIN");
            List<String> asked = new ArrayList<>();
            AllowedHosts elsewhere = institution -> {
                asked.add(institution);
                return Set.of("bank.example", "127.0.0.2");
            };
            try (InstitutionClient client =
                    new InstitutionClient(ours, new Egress(LOOPBACK), elsewhere, key -> wire.address(), 1)) {
                CallResult result = client.call(channel, APPLY, REQUEST, "R1");
                assertNotSent(result, false);
                assertThat(((CallResult.NotSent) result).reason())
                        .isEqualTo(
                                "the fund channel of " + channel.institution() + " does not name the host 127.0.0.1");
            }
            assertThat(asked).containsExactly(channel.institution());
            assertThat(wire.requests()).isEmpty();
        }
    }

    @Test
    void what_cannot_be_sealed_or_is_not_configured_was_not_sent() throws IOException {
        try (WireBank wire = new WireBank((line, body) -> line.respond(200, body))) {
            Rendering.Rendered half = new Rendering.Rendered(new Tree.Text("no fields"), new Tree.Text("***"));
            InstitutionClient client = client(wire.address(), LOOPBACK);
            assertNotSent(client.call(TestChannels.channel("xml", "PLAIN"), APPLY, half, "R1"), false);
            InstitutionClient keyless = new InstitutionClient(
                    new Envelopes(KeyRing.empty(), Clock.systemUTC(), true),
                    new Egress(LOOPBACK),
                    ANYWHERE,
                    key -> wire.address(),
                    2);
            assertNotSent(keyless.call(TestChannels.channel("json", "SM"), APPLY, REQUEST, "R1"), false);
            assertNotSent(keyless.call(TestChannels.channel("json", "PLAIN"), APPLY, REQUEST, "R1"), false);
            InstitutionClient unset = new InstitutionClient(ours, new Egress(LOOPBACK), ANYWHERE, key -> null, 2);
            assertNotSent(unset.call(TestChannels.channel("json", "PLAIN"), APPLY, REQUEST, "R1"), false);
            assertThat(wire.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example",
                "ftp://bank.example",
                "https://user@bank.example",
                "https://bank.example?x=1",
                "https:///no-host",
                "https://169.254.169.254",
                "https://127.0.0.1",
                "https://10.1.2.3",
                "https://192.168.0.1",
                "https://100.64.0.1",
                "https://0.0.0.0",
                "https://[::1]",
                "https://[fd00::1]",
                "https://[::ffff:127.0.0.1]",
                "https://localhost",
                "nonsense"
            })
    void in_production_only_public_addresses_by_https_are_asked(String base) {
        InstitutionClient client = client(base, List.of());
        assertNotSent(client.call(TestChannels.channel("json", "HMAC"), APPLY, REQUEST, "R1"), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/x",
                "../admin",
                "a/../../b",
                "%2e%2e/a",
                "a?b",
                "a#b",
                "http://evil.example",
                "a b",
                "",
                "@evil"
            })
    void an_endpoint_cannot_leave_the_base_address(String path) throws IOException {
        try (WireBank wire = new WireBank((line, body) -> line.respond(200, body))) {
            InstitutionClient client = client(wire.address(), LOOPBACK);
            Endpoint endpoint = new Endpoint("POST", path);
            assertNotSent(client.call(TestChannels.channel("json", "PLAIN"), endpoint, REQUEST, "R1"), false);
            assertThat(wire.requests()).isEmpty();
        }
    }

    @Test
    void a_network_of_the_allow_list_opens_no_other_and_no_plain_http_leaves_the_machine() {
        InstitutionClient client = client("http://10.1.2.3", List.of("10.1.0.0/16"));
        assertNotSent(client.call(TestChannels.channel("json", "HMAC"), APPLY, REQUEST, "R1"), false);
        client = client("https://10.2.0.1", List.of("10.1.0.0/16"));
        assertNotSent(client.call(TestChannels.channel("json", "HMAC"), APPLY, REQUEST, "R1"), false);
    }

    private void assertLost(ChannelDefinition channel, WireBank wire, CallResult.Why why) {
        long start = System.nanoTime();
        CallResult result = call(channel, wire.address());
        assertThat(result).isInstanceOf(CallResult.Lost.class);
        assertThat(((CallResult.Lost) result).why()).as(result.toString()).isEqualTo(why);
        assertThat(result.evidence().requestSha256()).isNotNull();
        assertInTime(start);
    }

    private static void assertInTime(long start) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TestChannels.TOTAL.plus(MARGIN));
    }

    private static void assertNotSent(CallResult result, boolean unreachable) {
        assertThat(result).isInstanceOf(CallResult.NotSent.class);
        assertThat(((CallResult.NotSent) result).unreachable())
                .as(result.toString())
                .isEqualTo(unreachable);
    }

    private CallResult call(ChannelDefinition channel, String address) {
        try (InstitutionClient client = client(address, LOOPBACK)) {
            return client.call(channel, APPLY, REQUEST, "R000000000000001");
        }
    }

    private InstitutionClient client(String address, List<String> inside) {
        return new InstitutionClient(ours, new Egress(inside), ANYWHERE, key -> address, 1);
    }

    private static Tree reply(String code) {
        return new Tree.Fields(Map.of("head", new Tree.Fields(Map.of("code", new Tree.Text(code)))));
    }
}
