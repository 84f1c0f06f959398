package io.jointlending.fund.exchange.envelope;

import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import java.time.Clock;
import java.util.Map;
import org.bouncycastle.crypto.engines.SM2Engine;

/** Makes the envelope of a channel. */
public final class Envelopes {
    private final KeyRing keys;
    private final Clock clock;
    private final boolean production;

    /**
     * @param production whether PLAIN is refused
     */
    public Envelopes(KeyRing keys, Clock clock, boolean production) {
        this.keys = keys;
        this.clock = clock;
        this.production = production;
    }

    /**
     * The envelope of a channel.
     *
     * @throws IllegalStateException for PLAIN in production
     */
    public Envelope of(ChannelDefinition channel) {
        Codec codec = Codec.named(channel.codec());
        ChannelDefinition.Envelope envelope = channel.envelope();
        Suite suite;
        switch (envelope.suite()) {
            case "PLAIN" -> {
                if (production) {
                    throw new IllegalStateException(
                            "channel " + channel.channel() + " does not seal its messages: PLAIN is for tests only");
                }
                return new PlainEnvelope(codec);
            }
            case "HMAC" -> suite = new HmacSuite(false);
            case "HMAC_SM3" -> suite = new HmacSuite(true);
            case "AES_RSA" -> suite = new AesRsaSuite();
            case "SM" ->
                suite = new SmSuite(
                        "C1C2C3".equals(envelope.sm2Cipher()) ? SM2Engine.Mode.C1C2C3 : SM2Engine.Mode.C1C3C2,
                        "RAW".equals(envelope.sm2Signature()));
            default -> throw new IllegalStateException("no suite " + envelope.suite());
        }
        Map<String, String> aliases = channel.keys();
        String own = aliases.getOrDefault("own", "");
        return new SignedEnvelope(
                codec, suite, Places.of(envelope), keys, own, aliases.getOrDefault("peer", own), clock);
    }
}
