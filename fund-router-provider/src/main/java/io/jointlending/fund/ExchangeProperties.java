package io.jointlending.fund;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages reach institutions and come in: everything under {@code jl.fund.}. The base address of a channel stands under
 * the key that its definition names, such as {@code fund.first-bank.base-url}.
 *
 * @param keyRing keys of all channels
 * @param egress where requests may go
 * @param callback the listener
 * @param httpThreads threads per channel that connect and read; they never wait for an answer
 * @param shippedDefinitions development only: behaviours of the fictional banks that are brought into use at the start
 */
@ConfigurationProperties("jl.fund")
public record ExchangeProperties(
        @DefaultValue KeyRing keyRing,
        @DefaultValue Egress egress,
        @DefaultValue Callback callback,
        @DefaultValue("2") int httpThreads,
        @DefaultValue List<String> shippedDefinitions) {
    /**
     * PKCS#12 files.
     *
     * @param files their paths; secrets of HMAC channels need a file of their own
     * @param passphrase of all of them
     */
    public record KeyRing(@DefaultValue List<String> files, @DefaultValue("") String passphrase) {}

    /**
     * Where requests may go besides public addresses.
     *
     * @param networks inside networks of institutions, such as that of a leased line; in development loopback
     */
    public record Egress(@DefaultValue List<String> networks) {}

    /**
     * The listener for callbacks.
     *
     * @param host address to bind
     * @param port 0 takes a free one
     * @param threads callbacks that are read or stored at the same time
     * @param base address under which institutions reach it, as {@code callbackUrl} writes it into requests; empty: the address
     *     it binds
     */
    public record Callback(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("18182") int port,
            @DefaultValue("8") int threads,
            @DefaultValue("") String base) {
        /** The address that institutions are told. */
        public String address() {
            return base.isBlank() ? "http://" + host + ":" + port : base;
        }
    }
}
