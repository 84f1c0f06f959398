package io.jointlending.fund.flow.domain.channel;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Pointer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a channel definition must keep to, so that its bounds bound something. */
public final class ChannelRules {
    private static final Set<String> CODECS = Set.of("json", "xml", "form");
    private static final Set<String> SUITES = Set.of("PLAIN", "HMAC", "HMAC_SM3", "AES_RSA", "SM");
    private static final Set<String> STATUSES = Set.of("ENABLED", "PAUSED", "DISABLED");
    private static final Pattern BASE_URL = Pattern.compile("\\$\\{config: [a-z][a-z0-9.-]{2,99}}");
    private static final Pattern NETWORK =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int MAX_REPLY = 16 * 1024 * 1024;

    private final ChannelDefinition channel;
    private final Findings findings;

    private ChannelRules(ChannelDefinition channel, Findings findings) {
        this.channel = channel;
        this.findings = findings;
    }

    /** Checks a channel definition; with {@code production}, unsealed messages are refused too. */
    public static void check(ChannelDefinition channel, boolean production, Findings findings) {
        ChannelRules rules = new ChannelRules(channel, findings);
        rules.names();
        rules.envelope(production);
        rules.bounds();
        rules.networks();
    }

    private void names() {
        require(
                channel.channel().matches("[a-z][a-z0-9-]{0,30}"),
                "channel",
                "a channel is small letters, digits and dashes");
        require(channel.institution().matches("[A-Z][A-Z0-9-]{0,31}"), "institution", "no code of an institution");
        require(CODECS.contains(channel.codec()), "codec", "codec must be json, xml or form");
        require(STATUSES.contains(channel.status()), "status", "status must be ENABLED, PAUSED or DISABLED");
        require(
                BASE_URL.matcher(channel.baseUrl()).matches(),
                "baseUrl",
                "baseUrl must be ${config: key}: addresses belong to the configuration of the application");
    }

    private void envelope(boolean production) {
        ChannelDefinition.Envelope envelope = channel.envelope();
        boolean plain = envelope.suite().equals("PLAIN");
        require(SUITES.contains(envelope.suite()), "envelope", "suite must be PLAIN, HMAC, HMAC_SM3, AES_RSA or SM");
        require(!(plain && production), "envelope", "PLAIN is for tests only");
        for (String pointer : Arrays.asList(envelope.sign(), envelope.body(), envelope.keyId())) {
            require(isPointerOrNothing(pointer), "envelope", "places are pointers such as /head/sign");
        }
        option(envelope.sm2Cipher(), "sm2Cipher", Set.of("C1C3C2", "C1C2C3"));
        option(envelope.sm2Signature(), "sm2Signature", Set.of("DER", "RAW"));
        boolean shared = envelope.suite().startsWith("HMAC");
        Set<String> needed = plain ? Set.of() : shared ? Set.of("own") : Set.of("own", "peer");
        require(channel.keys().keySet().containsAll(needed), "keys", "the suite needs the keys " + needed);
        for (var key : channel.keys().entrySet()) {
            require(Set.of("own", "peer").contains(key.getKey()), "keys", "keys are own and peer");
            require(
                    key.getValue().matches("[a-z][a-z0-9-]{0,63}"),
                    "keys",
                    "a key is named by its alias, small letters, digits and dashes; the key itself is in the key ring");
        }
    }

    private void option(@Nullable String value, String name, Set<String> allowed) {
        boolean fine = value == null || (channel.envelope().suite().equals("SM") && allowed.contains(value));
        require(fine, "envelope", name + " belongs to the suite SM and is one of " + new TreeSet<>(allowed));
    }

    private void bounds() {
        ChannelDefinition.Call call = channel.call();
        require(
                positive(call.connect()) && call.connect().compareTo(call.total()) <= 0,
                "call",
                "connect must be above 0 and at most total");
        require(call.total().compareTo(Duration.ofMinutes(2)) <= 0, "call", "total must be at most 2m");
        require(
                call.maxReplyBytes() >= 1024 && call.maxReplyBytes() <= MAX_REPLY,
                "call",
                "maxReplyBytes must be 1024.." + MAX_REPLY);
        ChannelDefinition.Gate gate = channel.gate();
        require(in(gate.inFlight(), 10_000), "gate", "inFlight must be 1..10000");
        require(in(gate.perSecond(), 10_000), "gate", "perSecond must be 1..10000");
        require(in(gate.burst(), 10_000), "gate", "burst must be 1..10000");
        ChannelDefinition.Breaker breaker = channel.breaker();
        require(
                ratio(breaker.slowRatio()) && ratio(breaker.errorRatio()),
                "breaker",
                "ratios must be above 0 and at most 1");
        require(in(breaker.minCalls(), 10_000), "breaker", "minCalls must be 1..10000");
        require(
                breaker.slowMs() >= 1 && breaker.slowMs() <= call.total().toMillis(),
                "breaker",
                "slowMs must be 1 to call.total: nothing takes longer");
        require(breaker.window().compareTo(Duration.ofSeconds(10)) >= 0, "breaker", "window must be 10s or more");
        require(
                breaker.open().compareTo(call.total()) > 0,
                "breaker",
                "open must be longer than call.total, or calls from before would count as the probe");
        require(in(channel.pool().threads(), 256), "pool", "threads must be 1..256");
        require(in(channel.pool().queue(), 10_000), "pool", "queue must be 1..10000");
    }

    private void networks() {
        for (String network : channel.callbackFrom()) {
            Matcher matcher = NETWORK.matcher(network);
            boolean fine = matcher.matches()
                    && List.of(1, 2, 3, 4).stream().allMatch(part -> Integer.parseInt(matcher.group(part)) <= 255)
                    && Integer.parseInt(matcher.group(5)) <= 32;
            require(fine, "callbackFrom", "a network is written 10.20.0.0/16, this is " + network);
        }
    }

    private void require(boolean holds, String part, String message) {
        findings.require(holds, Rule.CHANNEL, Place.of(part), message);
    }

    private static boolean isPointerOrNothing(@Nullable String text) {
        return text == null || Pointer.isPointer(text);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static boolean in(int value, int most) {
        return value >= 1 && value <= most;
    }

    private static boolean ratio(BigDecimal value) {
        return value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }
}
