package io.jointlending.fund.exchange.http;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.task.PoolSize;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of one channel. The JDK's own request timeout ends with the headers and lets a dripping body go on for ever;
 * here the whole call has one deadline, after which the connection is closed. Redirects are not followed, no compression is
 * offered, and a request is sent at most once.
 */
public final class ChannelHttp {
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";
    private static final int QUEUE = 1024;

    private final Egress egress;
    private final ChannelDefinition.Call bounds;
    private final ThreadPoolExecutor threads;
    private final HttpClient client;

    // Before the first client of the JVM: idle connections are closed by us before institutions do it. A request on a
    // connection that they close at that moment would have no answer, and would have to be asked about.
    static {
        if (System.getProperty(KEEP_ALIVE) == null) {
            System.setProperty(KEEP_ALIVE, "5");
        }
    }

    /**
     * @param threads threads for connecting and reading, which never wait for an answer
     */
    public ChannelHttp(String channel, ChannelDefinition.Call bounds, Egress egress, int threads) {
        this.egress = egress;
        this.bounds = bounds;
        int size = PoolSize.atMost(threads);
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), work -> {
                    Thread thread = new Thread(work, "http-" + channel + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
        this.client = HttpClient.newBuilder()
                .connectTimeout(bounds.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(this.threads)
                .build();
    }

    /** Sends once and waits for the whole answer, never longer than the call's total. */
    public HttpAnswer send(URI target, String method, String contentType, byte[] body) {
        long end = System.nanoTime() + bounds.total().toNanos();
        HttpAnswer refusal = looked(target, end);
        if (refusal != null) {
            return refusal;
        }
        HttpRequest request = HttpRequest.newBuilder(target)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType)
                .header("Accept", contentType)
                .timeout(Duration.ofNanos(Math.max(1, end - System.nanoTime())))
                .build();
        CompletableFuture<HttpResponse<byte[]>> sending;
        try {
            sending = client.sendAsync(request, headers -> new CappedBody(bounds.maxReplyBytes()));
        } catch (RejectedExecutionException e) {
            return new HttpAnswer.NotSent("no thread is free for a call", false);
        }
        try {
            HttpResponse<byte[]> response = sending.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return new HttpAnswer.Answered(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            sending.cancel(true);
            return new HttpAnswer.NoAnswer(HttpAnswer.Failure.DEADLINE, "no whole answer within " + bounds.total());
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpAnswer.NoAnswer(HttpAnswer.Failure.CONNECTION, "interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Null if the host resolves to where it may be asked. Resolving has no deadline of its own, so it runs apart. */
    private @Nullable HttpAnswer looked(URI target, long end) {
        CompletableFuture<InetAddress[]> addresses = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    addresses.complete(InetAddress.getAllByName(target.getHost()));
                } catch (UnknownHostException | RuntimeException e) {
                    addresses.completeExceptionally(e);
                }
            });
            egress.check(
                    target,
                    addresses.get(
                            Math.min(end - System.nanoTime(), bounds.connect().toNanos()), TimeUnit.NANOSECONDS));
            return null;
        } catch (Egress.Refused e) {
            return new HttpAnswer.NotSent(String.valueOf(e.getMessage()), false);
        } catch (RejectedExecutionException e) {
            return new HttpAnswer.NotSent("no thread is free for a call", false);
        } catch (ExecutionException | TimeoutException e) {
            return new HttpAnswer.NotSent("the host " + target.getHost() + " is not known", true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HttpAnswer.NotSent("interrupted before anything was sent", false);
        }
    }

    private static HttpAnswer failed(Throwable failure) {
        if (failure instanceof CappedBody.TooLong) {
            return new HttpAnswer.NoAnswer(HttpAnswer.Failure.TOO_LONG, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return new HttpAnswer.NotSent("no connection: " + name(failure), true);
        }
        if (failure instanceof SSLHandshakeException) {
            return new HttpAnswer.NotSent("no TLS connection: " + name(failure), true);
        }
        if (failure instanceof HttpTimeoutException) {
            return new HttpAnswer.NoAnswer(HttpAnswer.Failure.DEADLINE, "no answer in time");
        }
        if (failure instanceof IOException) {
            return new HttpAnswer.NoAnswer(HttpAnswer.Failure.CONNECTION, "the connection broke: " + name(failure));
        }
        return new HttpAnswer.NoAnswer(HttpAnswer.Failure.CONNECTION, "the call failed: " + name(failure));
    }

    /** Only the kind of failure: a message of the library may repeat what the other side sent. */
    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** Ends the threads; calls that run get no answer. */
    public void close() {
        threads.shutdownNow();
    }
}
