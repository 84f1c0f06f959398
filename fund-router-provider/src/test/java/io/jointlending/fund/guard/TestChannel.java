package io.jointlending.fund.guard;

import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Definitions of channels that exist in one test only. */
final class TestChannel {
    static final Endpoint APPLY = new Endpoint("POST", "loan/apply");
    static final Endpoint QUERY = new Endpoint("POST", "loan/query");

    private String name = "bank-" + UUID.randomUUID().toString().substring(0, 8);
    private Duration total = Duration.ofSeconds(2);
    private ChannelDefinition.Gate gate = new ChannelDefinition.Gate(1_000, 10_000, 10_000);
    private ChannelDefinition.Breaker breaker = new ChannelDefinition.Breaker(
            1_000, BigDecimal.ONE, new BigDecimal("0.5"), 4, Duration.ofSeconds(10), Duration.ofSeconds(3));
    private ChannelDefinition.Pool pool = new ChannelDefinition.Pool(2, 4);
    private String status = "ENABLED";

    TestChannel named(String given) {
        name = given;
        return this;
    }

    TestChannel total(Duration given) {
        total = given;
        return this;
    }

    TestChannel gate(int inFlight, int perSecond, int burst) {
        gate = new ChannelDefinition.Gate(inFlight, perSecond, burst);
        return this;
    }

    TestChannel breaker(int slowMs, String slowRatio, String errorRatio, int minCalls, Duration open) {
        breaker = new ChannelDefinition.Breaker(
                slowMs, new BigDecimal(slowRatio), new BigDecimal(errorRatio), minCalls, Duration.ofSeconds(10), open);
        return this;
    }

    TestChannel pool(int threads, int queue) {
        pool = new ChannelDefinition.Pool(threads, queue);
        return this;
    }

    TestChannel status(String given) {
        status = given;
        return this;
    }

    ChannelDefinition made() {
        return new ChannelDefinition(
                name,
                "BANK-A",
                "json",
                new ChannelDefinition.Envelope("PLAIN", null, null, null),
                "${config: fund.bank.base-url}",
                Map.of(),
                new ChannelDefinition.Call(Duration.ofMillis(100), total, 1024),
                gate,
                breaker,
                pool,
                List.of(),
                status);
    }
}
