package io.jointlending.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.exchange.AllowedHosts;
import io.jointlending.fund.exchange.TestChannels;
import io.jointlending.fund.exchange.TestKeys;
import io.jointlending.fund.exchange.callback.Nonces;
import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.support.config.ProviderProperties;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

class ExchangeWiringTest {
    @Test
    void the_defaults_start_and_refuse_what_is_not_sealed() {
        try (AnnotationConfigApplicationContext context = start(Map.of())) {
            ExchangeProperties properties = context.getBean(ExchangeProperties.class);
            assertThat(properties.callback().address()).isEqualTo("http://127.0.0.1:18182");
            Envelopes envelopes = context.getBean(Envelopes.class);
            assertThatThrownBy(() -> envelopes.of(TestChannels.channel("json", "PLAIN")))
                    .hasMessageContaining("PLAIN");
        }
    }

    @Test
    void keys_come_from_the_configured_files() {
        TestKeys.ours();
        Map<String, Object> configured = Map.of(
                "jl.fund.key-ring.files",
                TestKeys.file("ours") + "," + TestKeys.file("ours-secrets"),
                "jl.fund.key-ring.passphrase",
                new String(TestKeys.PASSPHRASE),
                "jl.fund.callback.base",
                "https://callback.example/bank");
        try (AnnotationConfigApplicationContext context = start(configured)) {
            Envelopes envelopes = context.getBean(Envelopes.class);
            for (String suite : new String[] {"SM", "AES_RSA", "HMAC"}) {
                Envelope envelope = envelopes.of(TestChannels.channel("json", suite));
                assertThat(envelope.seal(Tree.Fields.empty(), Kind.REQUEST, envelope.freshNonce())
                                .bytes())
                        .isNotEmpty();
            }
            assertThat(context.getBean(ExchangeProperties.class).callback().address())
                    .isEqualTo("https://callback.example/bank");
        }
    }

    @Test
    void a_memory_that_is_away_is_told_and_not_waited_for() {
        try (AnnotationConfigApplicationContext context = start(Map.of())) {
            assertThat(context.getBean(Nonces.class).use("test-bank", "0123456789abcdef", "00"))
                    .isEqualTo(Nonces.Standing.UNKNOWN);
        }
    }

    private static AnnotationConfigApplicationContext start(Map<String, Object> configured) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", configured));
        context.register(Surroundings.class);
        context.refresh();
        return context;
    }

    /** What the provider brings, with a Redis that is not there. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ProviderProperties.class)
    @Import(ExchangeWiring.class)
    static class Surroundings {
        @Bean
        AllowedHosts hosts() {
            return institution -> Set.of();
        }

        @Bean(destroyMethod = "shutdown")
        RedissonClient redis() {
            Config config = new Config();
            config.setLazyInitialization(true);
            config.useSingleServer()
                    .setAddress("redis://127.0.0.1:1")
                    .setConnectTimeout(500)
                    .setRetryAttempts(0);
            return Redisson.create(config);
        }
    }
}
