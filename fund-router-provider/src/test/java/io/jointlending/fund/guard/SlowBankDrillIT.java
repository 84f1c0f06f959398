package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.http.HttpServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

/** Two banks behind real sockets: one takes every call and answers none, the other answers after a tenth of a second. */
@Tag("drill")
class SlowBankDrillIT {
    private static final int CALLS = 300;
    private static final long ANSWER_MILLIS = 100;

    private final CountDownLatch never = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void the_calls_of_a_bank_take_as_long_as_before_while_another_hangs() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        HttpServer fast = bank(threads, ANSWER_MILLIS);
        HttpServer hanging = bank(threads, TimeUnit.HOURS.toMillis(1));
        RedissonClient redis = TestRedis.shared();
        try (ChannelPools pools = new ChannelPools(256, meters);
                Breakers breakers = new Breakers(Path.of("target", "sentinel"))) {
            Guards guards = new Guards(
                    new CallGate(redis, () -> 1, Duration.ofSeconds(30), Duration.ofSeconds(20)),
                    breakers,
                    OpeningHours.ALWAYS,
                    meters);
            ChannelDefinition bankA =
                    new TestChannel().total(Duration.ofSeconds(15)).pool(8, 64).made();
            ChannelDefinition bankB =
                    new TestChannel().total(Duration.ofSeconds(15)).pool(8, 64).made();
            Bank b = new Bank(guards, pools, bankB, fast);
            b.p95(CALLS); // warm-up
            long alone = b.p95(CALLS);

            Bank a = new Bank(guards, pools, bankA, hanging);
            for (int i = 0; i < 72; i++) {
                a.call(millis -> {});
            }
            assertThat(pools.free(bankA)).isZero();
            long beside = b.p95(CALLS);
            never.countDown(); // the pools wait for their calls when they are closed

            assertThat(beside)
                    .as("p95 in ms beside a hanging bank, %s ms alone", alone)
                    .isLessThan(alone * 11 / 10 + 1);
        } finally {
            never.countDown(); // if it came to no answer
            redis.shutdown();
            fast.stop(0);
            hanging.stop(0);
            threads.shutdownNow();
        }
    }

    private final class Bank {
        private final Guards guards;
        private final ChannelPools pools;
        private final ChannelDefinition channel;
        private final URI address;
        private final AtomicInteger number = new AtomicInteger();

        Bank(Guards guards, ChannelPools pools, ChannelDefinition channel, HttpServer server) {
            this.guards = guards;
            this.pools = pools;
            this.channel = channel;
            this.address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        long p95(int calls) throws InterruptedException {
            List<Long> millis = new CopyOnWriteArrayList<>();
            CountDownLatch left = new CountDownLatch(calls);
            for (int i = 0; i < calls; ) {
                if (pools.free(channel) > 0) {
                    call(taken -> {
                        millis.add(taken);
                        left.countDown();
                    });
                    i++;
                } else {
                    LockSupport.parkNanos(500_000);
                }
            }
            assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
            return millis.stream().sorted().skip(calls * 95L / 100).findFirst().orElseThrow();
        }

        void call(LongConsumer done) {
            assertThat(pools.execute(channel, () -> {
                        long begun = System.nanoTime();
                        Admission admission = guards.enter(channel, TestChannel.APPLY, "p" + number.incrementAndGet());
                        if (!(admission instanceof Admission.Granted granted)) {
                            return; // whoever counts the calls misses it
                        }
                        try (granted) {
                            client.sendAsync(
                                            HttpRequest.newBuilder(address).build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .get(channel.call().total().toMillis(), TimeUnit.MILLISECONDS);
                            granted.record(CallOutcome.ANSWERED);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        } catch (ExecutionException | TimeoutException e) {
                            granted.record(CallOutcome.LOST);
                        }
                        done.accept(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                    }))
                    .isTrue();
        }
    }

    private HttpServer bank(ExecutorService threads, long millis) throws IOException {
        HttpServer server = HttpServers.bound(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (!never.await(millis, TimeUnit.MILLISECONDS)) {
                    exchange.sendResponseHeaders(204, -1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }
}
