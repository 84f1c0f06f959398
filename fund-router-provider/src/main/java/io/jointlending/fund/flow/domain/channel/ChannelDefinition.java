package io.jointlending.fund.flow.domain.channel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our integration with one institution.
 *
 * @param channel name, the first part of the names of its flows
 * @param institution code of the institution
 * @param codec how a tree is written: json, xml or form
 * @param envelope how a message is signed and encrypted
 * @param baseUrl configuration key of the base address; the address itself is never in a definition
 * @param keys aliases in the key ring, {@code own} and {@code peer}; never keys
 * @param call bounds of one call
 * @param gate bounds of all calls together
 * @param breaker when to stop calling
 * @param pool threads of this channel
 * @param callbackFrom networks that callbacks may come from; empty for all
 * @param status whether it is used
 */
public record ChannelDefinition(
        String channel,
        String institution,
        String codec,
        Envelope envelope,
        String baseUrl,
        Map<String, String> keys,
        Call call,
        Gate gate,
        Breaker breaker,
        Pool pool,
        List<String> callbackFrom,
        String status) {
    public ChannelDefinition {
        keys = Map.copyOf(keys);
        callbackFrom = List.copyOf(callbackFrom);
    }

    /**
     * Signature and encryption. The suite is code chosen by name; no definition names an algorithm.
     *
     * @param suite PLAIN, HMAC, HMAC_SM3, AES_RSA or SM
     * @param sign where the signature stands, or null for {@code /sign}; time, number used once and key stand beside it
     * @param body where the sealed body stands, or null for {@code /body}
     * @param keyId where the id of the key stands, or null for {@code /keyId}
     * @param sm2Cipher order of an SM2 text, C1C3C2 or C1C2C3; null is C1C3C2
     * @param sm2Signature form of an SM2 signature, DER or RAW; null is DER
     */
    public record Envelope(
            String suite,
            @Nullable String sign,
            @Nullable String body,
            @Nullable String keyId,
            @Nullable String sm2Cipher,
            @Nullable String sm2Signature) {
        /** With the usual forms of SM2. */
        public Envelope(String suite, @Nullable String sign, @Nullable String body, @Nullable String keyId) {
            this(suite, sign, body, keyId, null, null);
        }
    }

    /**
     * @param connect time to connect at most
     * @param total time of the whole call at most, the answer included
     * @param maxReplyBytes bytes of an answer at most
     */
    public record Call(Duration connect, Duration total, int maxReplyBytes) {}

    /**
     * @param inFlight calls at the same time, over all instances
     * @param perSecond calls per second, over all instances
     * @param burst calls at once after a quiet time
     */
    public record Gate(int inFlight, int perSecond, int burst) {}

    /**
     * @param slowMs milliseconds from which a call counts as slow
     * @param slowRatio share of slow calls that opens it, above 0 to 1
     * @param errorRatio share of failed calls that opens it, above 0 to 1
     * @param minCalls calls in the window before it may open
     * @param window time it looks back
     * @param open time before it tries again
     */
    public record Breaker(
            int slowMs, BigDecimal slowRatio, BigDecimal errorRatio, int minCalls, Duration window, Duration open) {}

    /**
     * @param threads threads that call this institution
     * @param queue calls that may wait for one
     */
    public record Pool(int threads, int queue) {}
}
