package io.jointlending.fund.exchange;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Channel definitions for tests, with short times. */
public final class TestChannels {
    /** Bytes of an answer at most. */
    public static final int MAX_REPLY = 64 * 1024;

    /** The whole time of a call. */
    public static final Duration TOTAL = Duration.ofMillis(800);

    private TestChannels() {}

    /** A channel with this codec and suite. */
    public static ChannelDefinition channel(String codec, String suite) {
        return channel(codec, suite, null, null, List.of());
    }

    /** A channel with options of SM and networks of callbacks. */
    public static ChannelDefinition channel(
            String codec,
            String suite,
            @Nullable String sm2Cipher,
            @Nullable String sm2Signature,
            List<String> callbackFrom) {
        boolean nested = codec.equals("json");
        return new ChannelDefinition(
                "test-bank",
                "BANK-T",
                codec,
                new ChannelDefinition.Envelope(
                        suite,
                        nested ? "/head/sign" : null,
                        nested ? "/body" : null,
                        nested ? "/head/keyId" : null,
                        sm2Cipher,
                        sm2Signature),
                "${config: fund.test-bank.base-url}",
                keys(suite),
                new ChannelDefinition.Call(Duration.ofMillis(400), TOTAL, MAX_REPLY),
                new ChannelDefinition.Gate(10, 10, 10),
                new ChannelDefinition.Breaker(
                        500,
                        new BigDecimal("0.5"),
                        new BigDecimal("0.5"),
                        10,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                new ChannelDefinition.Pool(2, 4),
                callbackFrom,
                "ENABLED");
    }

    private static Map<String, String> keys(String suite) {
        return switch (suite) {
            case "SM" -> Map.of("own", "sm-own", "peer", "sm-peer");
            case "AES_RSA" -> Map.of("own", "rsa-own", "peer", "rsa-peer");
            case "HMAC", "HMAC_SM3" -> Map.of("own", "hmac-own");
            default -> Map.of();
        };
    }
}
