package io.jointlending.fund.exchange;

import io.jointlending.fund.exchange.codec.BadMessage;
import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.exchange.envelope.NotAuthentic;
import io.jointlending.fund.exchange.http.ChannelHttp;
import io.jointlending.fund.exchange.http.Egress;
import io.jointlending.fund.exchange.http.HttpAnswer;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls institutions. Whatever the other side or the network does ends in a {@link CallResult} within the channel's total
 * time; a request is sent at most once. Safe for several threads.
 */
public final class InstitutionClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstitutionClient.class);

    private final Envelopes envelopes;
    private final Egress egress;
    private final AllowedHosts hosts;
    private final UnaryOperator<@Nullable String> configuration;
    private final int httpThreads;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param hosts where each institution may be asked
     * @param configuration values of the application's configuration by key, null where there is none; base addresses stand
     *     there
     * @param httpThreads threads per channel that connect and read
     */
    public InstitutionClient(
            Envelopes envelopes,
            Egress egress,
            AllowedHosts hosts,
            UnaryOperator<@Nullable String> configuration,
            int httpThreads) {
        this.envelopes = envelopes;
        this.egress = egress;
        this.hosts = hosts;
        this.configuration = configuration;
        this.httpThreads = httpThreads;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param requestNo number of the request, for the log
     */
    public CallResult call(ChannelDefinition channel, Endpoint endpoint, Rendering.Rendered request, String requestNo) {
        Call call = new Call(channel, request);
        CallResult result = call.run(endpoint);
        LOG.info(
                "call channel={} endpoint={} request={} result={} status={} ms={}{}",
                channel.channel(),
                endpoint.path(),
                requestNo,
                result.getClass().getSimpleName(),
                result.evidence().httpStatus(),
                result.evidence().elapsedMs(),
                reason(result));
        return result;
    }

    private static String reason(CallResult result) {
        if (result instanceof CallResult.Lost lost) {
            return " why=" + lost.why() + " " + lost.reason();
        }
        return result instanceof CallResult.NotSent notSent ? " " + notSent.reason() : "";
    }

    @Override
    public void close() {
        lines.values().forEach(line -> line.http().close());
        lines.clear();
    }

    /** The client of a channel as it is defined now. */
    private Line line(ChannelDefinition channel) {
        return lines.compute(channel.channel(), (name, before) -> {
            if (before != null && before.channel().equals(channel)) {
                return before;
            }
            if (before != null) {
                LOG.info("channel {} has a new definition", name);
            }
            return new Line(
                    channel,
                    envelopes.of(channel),
                    Codec.named(channel.codec()).contentType(),
                    new ChannelHttp(name, channel.call(), egress, httpThreads));
        });
    }

    /** What the calls of one channel definition share. A client that is replaced ends by itself when its calls have. */
    private record Line(ChannelDefinition channel, Envelope envelope, String contentType, ChannelHttp http) {}

    /** One call. */
    private final class Call {
        private final ChannelDefinition channel;
        private final Rendering.Rendered request;
        private final long start = System.nanoTime();
        private @Nullable String requestSha;
        private @Nullable String replySha;
        private @Nullable Integer status;

        Call(ChannelDefinition channel, Rendering.Rendered request) {
            this.channel = channel;
            this.request = request;
        }

        CallResult run(Endpoint endpoint) {
            URI target;
            Envelope.Sealed sealed;
            Line line;
            try {
                target = allowed(egress.target(base(), endpoint));
                line = line(channel);
                sealed = line.envelope()
                        .seal(request.tree(), Kind.REQUEST, line.envelope().freshNonce());
            } catch (Egress.Refused | BadMessage | IllegalStateException e) {
                return notSent(String.valueOf(e.getMessage()), false);
            }
            requestSha = Digests.sha256(sealed.bytes());
            HttpAnswer answer = line.http().send(target, endpoint.method(), line.contentType(), sealed.bytes());
            if (answer instanceof HttpAnswer.NotSent not) {
                return notSent(not.why(), not.unreachable());
            }
            if (answer instanceof HttpAnswer.NoAnswer none) {
                return lost(CallResult.Why.valueOf(none.failure().name()), none.why());
            }
            return opened(line.envelope(), (HttpAnswer.Answered) answer, sealed.nonce());
        }

        /** A verified body counts, whatever the status says; a status without one says nothing. */
        private CallResult opened(Envelope envelope, HttpAnswer.Answered answer, String nonce) {
            status = answer.status();
            replySha = Digests.sha256(answer.body());
            if (answer.status() >= 300 && answer.status() < 400) {
                return lost(CallResult.Why.REDIRECT, "a redirect, which is not followed");
            }
            try {
                Tree reply = envelope.openAnswer(answer.body(), Kind.REPLY, nonce);
                return new CallResult.Replied(
                        reply, evidence(Masking.of(request).json(reply)));
            } catch (NotAuthentic e) {
                return lost(CallResult.Why.NOT_AUTHENTIC, e.why() + ": " + e.getMessage());
            } catch (BadMessage e) {
                return lost(CallResult.Why.UNREADABLE, String.valueOf(e.getMessage()));
            }
        }

        private URI allowed(URI target) {
            String host = target.getHost().toLowerCase(Locale.ROOT);
            if (!hosts.of(channel.institution()).contains(host)) {
                throw new IllegalStateException(
                        "the fund channel of " + channel.institution() + " does not name the host " + host);
            }
            return target;
        }

        private String base() {
            String key = channel.baseUrl().replace("${config: ", "").replace("}", "");
            String base = configuration.apply(key);
            if (base == null || base.isBlank()) {
                throw new IllegalStateException("the configuration has no " + key);
            }
            return base;
        }

        private CallResult notSent(String reason, boolean unreachable) {
            return new CallResult.NotSent(reason, unreachable, evidence(null));
        }

        private CallResult lost(CallResult.Why why, String reason) {
            return new CallResult.Lost(why, reason, evidence(null));
        }

        private Evidence evidence(@Nullable String maskedReply) {
            return new Evidence(
                    status,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    Masking.jsonOf(request.masked()),
                    maskedReply,
                    requestSha,
                    replySha);
        }
    }
}
