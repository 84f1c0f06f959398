package io.jointlending.fund.sandbox.bank;

import io.jointlending.fund.exchange.codec.BadMessage;
import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.exchange.envelope.NotAuthentic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends callbacks until they are acknowledged, each time sealed anew, as a bank does; only to this machine. */
final class CallbackSender {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_TRIES = 12;
    private static final long FIRST_PAUSE_MS = 250;
    private static final long MAX_PAUSE_MS = 10_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Later later;

    CallbackSender(Later later) {
        this.later = later;
    }

    void send(BankServer.Bank bank, BankDesk.Notice notice) {
        send(bank, notice, 1, () -> {});
    }

    /** Sends, and goes on when the first try is over, whatever came of it. */
    void sendThen(BankServer.Bank bank, BankDesk.Notice notice, Runnable then) {
        send(bank, notice, 1, then);
    }

    private void send(BankServer.Bank bank, BankDesk.Notice notice, int attempt, Runnable then) {
        URI target = URI.create(notice.url());
        if (!"127.0.0.1".equals(target.getHost()) || !"http".equals(target.getScheme())) {
            LOG.warn("sandbox banks call back on this machine only, not to {}", target.getHost());
            then.run();
            return;
        }
        Envelope envelope = bank.envelope();
        Envelope.Sealed sealed = envelope.seal(notice.body(), Kind.CALLBACK, envelope.freshNonce());
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Content-Type", Codec.named(bank.channel().codec()).contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(sealed.bytes()))
                .build();
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((response, failure) -> {
                    boolean acknowledged =
                            failure == null && response.statusCode() == 200 && acknowledges(envelope, response, sealed);
                    if (!acknowledged && attempt < MAX_TRIES) {
                        long pause = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS << (attempt - 1));
                        later.after(pause, () -> send(bank, notice, attempt + 1, () -> {}));
                    } else if (!acknowledged) {
                        LOG.warn(
                                "a callback of {} was not acknowledged {} times",
                                bank.channel().channel(),
                                attempt);
                    }
                    then.run();
                });
    }

    private static boolean acknowledges(Envelope envelope, HttpResponse<byte[]> response, Envelope.Sealed sealed) {
        try {
            envelope.openAnswer(response.body(), Kind.ACK, sealed.nonce());
            return true;
        } catch (NotAuthentic | BadMessage e) {
            LOG.warn("an acknowledgement is not authentic: {}", e.getMessage());
            return false;
        }
    }
}
