package io.jointlending.fund.exchange.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jointlending.fund.exchange.TestChannels;
import io.jointlending.fund.exchange.TestKeys;
import io.jointlending.fund.exchange.codec.BadMessage;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Tree MESSAGE =
            new Tree.Fields(Map.of("name", new Tree.Text("O\"Br<ie>n 中"), "amount", new Tree.Text("7000.10")));

    static List<ChannelDefinition> channels() {
        List<ChannelDefinition> channels = new ArrayList<>();
        for (String codec : List.of("json", "xml", "form")) {
            for (String suite : List.of("HMAC", "HMAC_SM3", "AES_RSA", "SM")) {
                channels.add(TestChannels.channel(codec, suite));
            }
        }
        channels.add(TestChannels.channel("json", "SM", "C1C2C3", "RAW", List.of()));
        return channels;
    }

    @ParameterizedTest
    @MethodSource("channels")
    void what_one_side_seals_the_other_opens(ChannelDefinition channel) {
        Envelope ours = ours(channel);
        Envelope bank = bank(channel, CLOCK);
        String nonce = ours.freshNonce();
        Envelope.Opened opened =
                bank.open(ours.seal(MESSAGE, Kind.REQUEST, nonce).bytes(), Kind.REQUEST);
        assertThat(opened.tree()).isEqualTo(MESSAGE);
        assertThat(opened.nonce()).isEqualTo(nonce);
        byte[] reply = bank.seal(MESSAGE, Kind.REPLY, nonce).bytes();
        assertThat(ours.openAnswer(reply, Kind.REPLY, nonce)).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @MethodSource("channels")
    void no_altered_sign_of_a_message_goes_unnoticed(ChannelDefinition channel) {
        Envelope ours = ours(channel);
        byte[] reply = bank(channel, CLOCK)
                .seal(MESSAGE, Kind.CALLBACK, ours.freshNonce())
                .bytes();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            byte[] altered = reply.clone();
            int at = random.nextInt(altered.length);
            altered[at] = (byte) (altered[at] == 'A' ? 'B' : 'A');
            String text = new String(altered, StandardCharsets.UTF_8);
            if (meansTheSame(new String(reply, StandardCharsets.UTF_8), text)) {
                continue;
            }
            assertThatThrownBy(() -> ours.open(altered, Kind.CALLBACK))
                    .as("altered at %d: %s", at, text)
                    .isInstanceOf(NotAuthentic.class);
        }
    }

    /** The declaration and the name of the root say nothing in XML. */
    private static boolean meansTheSame(String before, String after) {
        return before.startsWith("<")
                && before.replaceAll("^<[^>]*><[^>]*>", "").equals(after.replaceAll("^<[^>]*><[^>]*>", ""));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void one_kind_of_message_never_stands_for_another(ChannelDefinition channel) {
        Envelope ours = ours(channel);
        String nonce = ours.freshNonce();
        byte[] reply = bank(channel, CLOCK).seal(MESSAGE, Kind.REPLY, nonce).bytes();
        assertWhy(NotAuthentic.Why.SIGNATURE, () -> ours.open(reply, Kind.CALLBACK));
        byte[] request = ours.seal(MESSAGE, Kind.REQUEST, nonce).bytes();
        assertThatThrownBy(() -> ours.openAnswer(request, Kind.REPLY, nonce))
                .as("our own request, sent back to us")
                .isInstanceOf(NotAuthentic.class);
        assertWhy(NotAuthentic.Why.REPLAYED, () -> ours.openAnswer(reply, Kind.REPLY, ours.freshNonce()));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void the_window_is_five_minutes_both_ways(ChannelDefinition channel) {
        Envelope ours = ours(channel);
        for (long seconds : List.of(-300L, 0L, 300L)) {
            assertThat(ours.open(sealedAt(channel, seconds), Kind.CALLBACK).tree())
                    .isEqualTo(MESSAGE);
        }
        for (long seconds : List.of(-86_400L, -301L, 301L)) {
            assertWhy(NotAuthentic.Why.STALE, () -> ours.open(sealedAt(channel, seconds), Kind.CALLBACK));
        }
    }

    @ParameterizedTest
    @MethodSource("channels")
    void a_stranger_with_keys_of_the_same_names_is_not_believed(ChannelDefinition channel) {
        Envelope stranger = new Envelopes(TestKeys.stranger(), CLOCK, true).of(channel);
        byte[] forged =
                stranger.seal(MESSAGE, Kind.CALLBACK, stranger.freshNonce()).bytes();
        assertWhy(NotAuthentic.Why.KEY, () -> ours(channel).open(forged, Kind.CALLBACK));
    }

    @Test
    void while_a_key_is_replaced_both_are_accepted_and_the_later_one_signs() {
        Instant later = NOW.plus(Duration.ofDays(1));
        KeyRingMaker.Pair ours = KeyRingMaker.sm2("ours", NOW.minusSeconds(9));
        KeyRingMaker.Pair old = KeyRingMaker.sm2("old", NOW.minusSeconds(9));
        KeyRingMaker.Pair next = KeyRingMaker.sm2("next", later);
        KeyRing oursRing = ring("rotation-ours", Map.of("sm-own", ours), Map.of("sm-peer", old, "sm-peer@2027", next));
        KeyRing bankRing = ring("rotation-bank", Map.of("sm-own", old, "sm-own@2027", next), Map.of("sm-peer", ours));
        ChannelDefinition channel = TestChannels.channel("json", "SM");
        for (Instant when : List.of(NOW, later.plusSeconds(1))) {
            Clock clock = Clock.fixed(when, ZoneOffset.UTC);
            Envelope bank = new Envelopes(bankRing, clock, true).of(channel);
            Envelope receiving = new Envelopes(oursRing, clock, true).of(channel);
            byte[] bytes = bank.seal(MESSAGE, Kind.CALLBACK, bank.freshNonce()).bytes();
            assertThat(new String(bytes, StandardCharsets.UTF_8).contains("\"keyId\":\"2027\""))
                    .isEqualTo(when.isAfter(later));
            assertThat(receiving.open(bytes, Kind.CALLBACK).tree()).isEqualTo(MESSAGE);
            byte[] back = receiving
                    .seal(MESSAGE, Kind.REQUEST, receiving.freshNonce())
                    .bytes();
            assertThat(bank.open(back, Kind.REQUEST).tree()).isEqualTo(MESSAGE);
        }
    }

    @Test
    void a_ring_with_three_keys_of_one_alias_or_a_wrong_passphrase_is_refused() {
        KeyRingMaker.Pair pair = KeyRingMaker.sm2("x", NOW);
        assertThatThrownBy(() -> ring("three", Map.of("a", pair, "a@2", pair, "a@3", pair), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alias a has 3 keys");
        assertThatThrownBy(() -> KeyRing.load(List.of(TestKeys.file("ours")), "wrong".toCharArray()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("passphrase");
    }

    @Test
    void plain_is_refused_in_production_only() {
        ChannelDefinition channel = TestChannels.channel("json", "PLAIN");
        assertThatThrownBy(() -> new Envelopes(KeyRing.empty(), CLOCK, true).of(channel))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PLAIN");
        Envelope plain = new Envelopes(KeyRing.empty(), CLOCK, false).of(channel);
        assertThat(plain.open(plain.seal(MESSAGE, Kind.REQUEST, "").bytes(), Kind.REQUEST)
                        .tree())
                .isEqualTo(MESSAGE);
    }

    @Test
    void both_orders_of_an_sm2_text_hold_the_same_parts_and_are_not_mixed_up() {
        ChannelDefinition old = TestChannels.channel("json", "SM", "C1C2C3", null, List.of());
        ChannelDefinition standard = TestChannels.channel("json", "SM", "C1C3C2", null, List.of());
        Envelope ours = ours(standard);
        byte[] bytes =
                bank(old, CLOCK).seal(MESSAGE, Kind.CALLBACK, ours.freshNonce()).bytes();
        assertWhy(NotAuthentic.Why.SIGNATURE, () -> ours.open(bytes, Kind.CALLBACK));
    }

    @Test
    void what_was_sealed_is_read_strictly_too() {
        ChannelDefinition xml = TestChannels.channel("xml", "HMAC");
        Envelope ours = ours(xml);
        assertThatThrownBy(() -> ours.seal(new Tree.Text("no fields"), Kind.REQUEST, ours.freshNonce()))
                .isInstanceOf(BadMessage.class);
    }

    @Test
    void sm3_and_sm2_agree_with_another_implementation() throws Exception {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        SM3Digest sm3 = new SM3Digest();
        sm3.update(abc, 0, abc.length);
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        assertThat(HexFormat.of().formatHex(digest))
                .as("the example of the standard")
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        // Made with OpenSSL 3.0: pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678
        PublicKey key = KeyFactory.getInstance("EC", KeyRing.BOUNCY_CASTLE)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder()
                        .decode("MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEOKrqPZ+k/Kch0SaMX/TGpt3TH4ErOtqUW6wIaSYWIG5hrIDm"
                                + "VfP6u7pgv2xlsYN4EtOET7oAT70IuiPHAUzU3Q==")));
        byte[] signature = Base64.getDecoder()
                .decode("MEYCIQC6mRt0pdu340INhzDHObcv4xUGUKGX17QhhcObk63MpQIhAJgFC+Ua7+JGq6cUu2l0KYLq0HSrzkj7DFo8p7iw"
                        + "szVb");
        RingKey peer = new RingKey("x", NOW, null, key, null);
        SmSuite suite = new SmSuite(SM2Engine.Mode.C1C3C2, false);
        byte[] content = "signed by another implementation".getBytes(StandardCharsets.US_ASCII);
        assertThat(suite.verify(content, signature, peer)).isTrue();
        content[0]++;
        assertThat(suite.verify(content, signature, peer)).isFalse();
    }

    @Test
    void no_provider_is_registered_in_the_jvm() {
        ours(TestChannels.channel("json", "SM")).seal(MESSAGE, Kind.REQUEST, "0123456789abcdef");
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static KeyRing ring(String name, Map<String, KeyRingMaker.Pair> own, Map<String, KeyRingMaker.Pair> peers) {
        KeyRingMaker.write(TestKeys.file(name), TestKeys.PASSPHRASE, own, peers);
        return KeyRing.load(List.of(TestKeys.file(name)), TestKeys.PASSPHRASE);
    }

    private static byte[] sealedAt(ChannelDefinition channel, long seconds) {
        Envelope bank = bank(channel, Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC));
        return bank.seal(MESSAGE, Kind.CALLBACK, bank.freshNonce()).bytes();
    }

    private static void assertWhy(NotAuthentic.Why why, Runnable opening) {
        NotAuthentic refusal = catchThrowableOfType(NotAuthentic.class, opening::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.why()).isEqualTo(why);
    }

    private static Envelope ours(ChannelDefinition channel) {
        return new Envelopes(TestKeys.ours(), CLOCK, true).of(channel);
    }

    private static Envelope bank(ChannelDefinition channel, Clock clock) {
        return new Envelopes(TestKeys.bank(), clock, true).of(channel);
    }
}
