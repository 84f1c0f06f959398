package io.jointlending.api.channel;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that a registered provider exports.
 *
 * @param application provider
 * @param contract full name of the interface
 * @param method name
 * @param instances of the provider that are registered with the contract
 * @param consumers applications that are registered as consumers of the contract, by name; the registry knows contracts, not methods
 * @param calls in the days that were asked for, or null when the provider did not say
 * @param countedSince UTC, the day on which the method began to be counted, or null when that is not known
 * @param lastCalledOn UTC, the last day with a call, or null
 * @param verdict USED; UNUSED; TOO_YOUNG: neither consumer nor call, but counted for fewer days; UNKNOWN: no consumer, and the provider
 *     did not say
 * @param reason the verdict in words
 */
public record RpcMethodView(
        String application,
        String contract,
        String method,
        Integer instances,
        List<String> consumers,
        @Nullable Long calls,
        @Nullable LocalDate countedSince,
        @Nullable LocalDate lastCalledOn,
        String verdict,
        String reason)
        implements Serializable {}
