package io.jointlending.fund.exchange.callback;

import io.jointlending.fund.exchange.Digests;
import io.jointlending.fund.exchange.codec.BadMessage;
import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.exchange.envelope.NotAuthentic;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.support.rpc.AddressList;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door for callbacks, whichever way they came: known channel, allowed address, authentic, not replayed; only then do
 * they reach the inbox. What is refused leaves a counter and a digest, nothing else.
 */
public final class CallbackDoor {
    /** Bytes of a callback at most. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(CallbackDoor.class);
    private static final byte[] NOTHING = {};
    private static final String TAKEN = "taken";
    private static final String NOT_TAKEN = "not_taken";
    /** Results of callbacks that were let in. */
    private static final Set<String> INBOX = Set.of(TAKEN, NOT_TAKEN);

    private final Function<String, Optional<ChannelDefinition>> channels;
    private final Envelopes envelopes;
    private final Nonces nonces;
    private final CallbackSink sink;
    private final MeterRegistry meters;
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

    /**
     * @param channels definition of a channel by name
     */
    public CallbackDoor(
            Function<String, Optional<ChannelDefinition>> channels,
            Envelopes envelopes,
            Nonces nonces,
            CallbackSink sink,
            MeterRegistry meters) {
        this.channels = channels;
        this.envelopes = envelopes;
        this.nonces = nonces;
        this.sink = sink;
        this.meters = meters;
    }

    /**
     * What the institution is answered.
     *
     * @param status of HTTP
     * @param contentType of the body
     * @param body sealed as the channel seals, or empty
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, String contentType, byte[] body) {
        static Answer empty(int status) {
            return new Answer(status, "text/plain", NOTHING);
        }
    }

    /** Whether anything may come from this address for this event; otherwise the answer that says no. */
    Optional<Answer> refusal(String channel, String event, String address) {
        ChannelDefinition definition = usable(channel);
        if (definition == null || sink.acks(channel, event).isEmpty()) {
            count("-", "unknown");
            return Optional.of(Answer.empty(404));
        }
        if (!new AddressList(definition.callbackFrom()).allows(address)) {
            count(channel, "foreign_address");
            LOG.warn("callback for {} from {}, which is not in callbackFrom", channel, address);
            return Optional.of(Answer.empty(403));
        }
        return Optional.empty();
    }

    /** A callback with more than {@link #MAX_BYTES}. */
    Answer tooLong(String channel) {
        count(channel, "too_long");
        return Answer.empty(413);
    }

    /**
     * A callback, verified over its raw bytes before anything of it is read.
     *
     * @param address where it came from, an IP address
     */
    public Answer accept(String channel, String event, String address, byte[] raw) {
        Optional<Answer> refusal = refusal(channel, event, address);
        ChannelDefinition definition = usable(channel);
        CallbackSink.Acks acks = sink.acks(channel, event).orElse(null);
        if (refusal.isPresent() || definition == null || acks == null) {
            return refusal.orElse(Answer.empty(404));
        }
        if (raw.length > MAX_BYTES) {
            return tooLong(channel);
        }
        Envelope envelope = envelopes.of(definition);
        String type = Codec.named(definition.codec()).contentType();
        String sha256 = Digests.sha256(raw);
        String nonce = envelope.freshNonce();
        try {
            Envelope.Opened opened = envelope.open(raw, Kind.CALLBACK);
            nonce = opened.nonce();
            // the event stands in the address, which nobody signed: the same bytes for another event are another
            // message
            if (!nonce.isEmpty() && nonces.use(channel, nonce, event + ' ' + sha256) == Nonces.Standing.REPLAYED) {
                throw new NotAuthentic(NotAuthentic.Why.REPLAYED, "its number was used by another message");
            }
            boolean taken = taken(channel, event, opened.tree(), sha256);
            return sealed(envelope, type, taken ? 200 : 503, taken ? acks.ok() : acks.fail(), nonce);
        } catch (NotAuthentic e) {
            refused(channel, event, e.why().name(), sha256, e.getMessage());
            return sealed(envelope, type, 401, acks.fail(), nonce);
        } catch (BadMessage e) {
            refused(channel, event, "UNREADABLE", sha256, e.getMessage());
            return sealed(envelope, type, 400, acks.fail(), nonce);
        }
    }

    /** The owner of the request: whatever keeps the inbox from storing it, the institution has to send it again. */
    private boolean taken(String channel, String event, Tree body, String sha256) {
        try {
            boolean ack = sink.accept(channel, event, body, sha256) == CallbackSink.Verdict.ACK;
            count(channel, ack ? TAKEN : NOT_TAKEN);
            return ack;
        } catch (RuntimeException e) {
            count(channel, NOT_TAKEN);
            LOG.error(
                    "callback {} of {} could not be stored: {}",
                    event,
                    channel,
                    e.getClass().getSimpleName(),
                    e);
            return false;
        }
    }

    private static Answer sealed(Envelope envelope, String type, int status, Tree ack, String nonce) {
        return new Answer(status, type, envelope.seal(ack, Kind.ACK, nonce).bytes());
    }

    private void refused(String channel, String event, String why, String sha256, @Nullable String what) {
        count(channel, why.toLowerCase(Locale.ROOT));
        LOG.warn("callback {} of {} refused: {} ({}) sha256={}", event, channel, why, what, sha256);
    }

    private @Nullable ChannelDefinition usable(String channel) {
        return channels.apply(channel)
                .filter(found -> !found.status().equals("DISABLED"))
                .orElse(null);
    }

    /** How many callbacks were refused since this instance started, by channel; {@code -} for those of no channel. */
    public Map<String, Long> refused() {
        Map<String, Long> counts = new HashMap<>();
        refused.forEach((channel, count) -> counts.put(channel, count.sum()));
        return counts;
    }

    private void count(String channel, String result) {
        if (!INBOX.contains(result)) {
            refused.computeIfAbsent(channel, name -> new LongAdder()).increment();
        }
        meters.counter("fund.callbacks", "channel", channel, "result", result).increment();
    }
}
