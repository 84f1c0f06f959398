package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class GuardWatchIT {
    @Test
    void an_outage_of_redis_and_an_open_breaker_are_told_once_each() {
        RedissonClient nowhere = TestRedis.client("redis://127.0.0.1:1");
        ChannelDefinition channel = new TestChannel()
                .breaker(2_000, "1", "0.5", 2, Duration.ofSeconds(60))
                .made();
        try (SchemaFixture schema = SchemaFixture.create("fund_router");
                Breakers breakers = new Breakers(Path.of("target", "sentinel"))) {
            Instances instances = new Instances(nowhere, "here", 2);
            CallGate gate = new CallGate(nowhere, instances, Duration.ofSeconds(30));
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            GuardWatch watch = new GuardWatch(
                    gate,
                    breakers,
                    new ChannelHealth(breakers, nowhere, "here"),
                    instances,
                    schema.transactions(),
                    new Alarms(schema.session()),
                    "here",
                    meters);
            watch.round();
            assertThat(schema.texts("SELECT alarm_code FROM alarm")).isEmpty();

            assertThat(gate.enter(channel, "one").reason()).isNull();
            for (int i = 0; i < 2; i++) {
                Breakers.leave(breakers.enter(channel, TestChannel.APPLY).orElseThrow(), CallOutcome.LOST);
            }
            watch.round();
            watch.round();

            assertThat(schema.texts("SELECT CONCAT(alarm_code, ' ', occurrences) FROM alarm ORDER BY alarm_code"))
                    .containsExactly("BREAKER_OPEN 1", "GATE_LOCAL 1");
            assertThat(schema.texts("SELECT detail FROM alarm WHERE alarm_code = 'BREAKER_OPEN'"))
                    .singleElement()
                    .asString()
                    .contains("POST loan/apply");
            assertThat(meters.get("jl.fund.gate.local").gauge().value()).isEqualTo(1);
            assertThat(meters.get("jl.fund.breakers.open").gauge().value()).isEqualTo(1);
            assertThat(meters.get("jl.fund.instances").gauge().value()).isEqualTo(2);
        } finally {
            nowhere.shutdown();
        }
    }
}
