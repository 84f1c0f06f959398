package io.jointlending.fund;

import io.jointlending.fund.exchange.AllowedHosts;
import io.jointlending.fund.exchange.InstitutionClient;
import io.jointlending.fund.exchange.callback.Nonces;
import io.jointlending.fund.exchange.callback.RedisNonces;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.KeyRing;
import io.jointlending.fund.exchange.http.Egress;
import io.jointlending.support.config.ProviderProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.redisson.api.RedissonClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The way to institutions and back: keys, envelopes, allowed addresses, the client. Outside of development nothing is unsealed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeProperties.class)
class ExchangeWiring {
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8");

    @Bean
    KeyRing keyRing(ExchangeProperties properties) {
        List<Path> files = properties.keyRing().files().stream().map(Path::of).toList();
        return files.isEmpty()
                ? KeyRing.empty()
                : KeyRing.load(files, properties.keyRing().passphrase().toCharArray());
    }

    @Bean
    Envelopes envelopes(KeyRing keyRing, ProviderProperties provider) {
        return new Envelopes(keyRing, Clock.systemUTC(), !provider.development());
    }

    @Bean
    InstitutionClient institutionClient(
            Envelopes envelopes,
            AllowedHosts hosts,
            ExchangeProperties properties,
            ProviderProperties provider,
            Environment environment) {
        List<String> networks = properties.egress().networks();
        boolean loopback = provider.development() && networks.isEmpty();
        return new InstitutionClient(
                envelopes,
                new Egress(loopback ? LOOPBACK : networks),
                hosts,
                environment::getProperty,
                properties.httpThreads());
    }

    @Bean
    Nonces nonces(RedissonClient redis) {
        return new RedisNonces(redis);
    }
}
