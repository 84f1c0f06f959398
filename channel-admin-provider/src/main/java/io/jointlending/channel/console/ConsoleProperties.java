package io.jointlending.channel.console;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The console: everything under {@code jl.console.}.
 *
 * @param host address to bind; TLS and the open network belong to a reverse proxy before it
 * @param port 0 takes a free one
 * @param threads requests that are answered at the same time
 * @param proxies addresses or networks of reverse proxies whose {@code X-Forwarded-For} is believed; empty believes nobody
 */
@ConfigurationProperties("jl.console")
public record ConsoleProperties(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("18284") int port,
        @DefaultValue("8") int threads,
        @DefaultValue List<String> proxies) {
    /** Trims the list. */
    public ConsoleProperties {
        proxies = proxies.stream()
                .map(String::trim)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
