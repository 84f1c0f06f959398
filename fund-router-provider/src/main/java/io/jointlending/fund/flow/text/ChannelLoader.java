package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.channel.ChannelRules;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads channel definitions. */
public final class ChannelLoader {
    private static final String[] PARTS = {
        "channel", "institution", "codec", "envelope", "baseUrl", "keys", "call", "gate", "breaker", "pool", "status"
    };

    private final boolean production;

    /**
     * @param production whether unsealed messages are refused
     */
    public ChannelLoader(boolean production) {
        this.production = production;
    }

    /** The definition of a tree, or null if a part is missing; what is wrong goes to the findings. */
    public @Nullable ChannelDefinition load(Tree tree, Findings findings) {
        Section all = Section.of(tree, Place.of(), findings)
                .allow(Stream.concat(Stream.of(PARTS), Stream.of("callbackFrom"))
                        .toArray(String[]::new));
        all.needs(Rule.SYNTAX, PARTS);
        ChannelDefinition.Envelope envelope = envelope(all.section("envelope"));
        ChannelDefinition.Call call = call(all.section("call"));
        ChannelDefinition.Gate gate = gate(all.section("gate"));
        ChannelDefinition.Breaker breaker = breaker(all.section("breaker"));
        ChannelDefinition.Pool pool = pool(all.section("pool"));
        String channel = all.text("channel");
        String institution = all.text("institution");
        String codec = all.text("codec");
        String baseUrl = all.text("baseUrl");
        String status = all.text("status");
        if (channel == null || institution == null || codec == null || baseUrl == null || status == null) {
            return null;
        }
        if (envelope == null || call == null || gate == null || breaker == null || pool == null) {
            return null;
        }
        ChannelDefinition definition = new ChannelDefinition(
                channel,
                institution,
                codec,
                envelope,
                baseUrl,
                keys(all.section("keys")),
                call,
                gate,
                breaker,
                pool,
                networks(all),
                status);
        ChannelRules.check(definition, production, findings);
        return definition;
    }

    private static ChannelDefinition.@Nullable Envelope envelope(Section section) {
        section.allow("suite", "sign", "body", "keyId", "sm2Cipher", "sm2Signature")
                .needs(Rule.SYNTAX, "suite");
        String suite = section.text("suite");
        return suite == null
                ? null
                : new ChannelDefinition.Envelope(
                        suite,
                        section.text("sign"),
                        section.text("body"),
                        section.text("keyId"),
                        section.text("sm2Cipher"),
                        section.text("sm2Signature"));
    }

    private static ChannelDefinition.@Nullable Call call(Section section) {
        section.allow("connect", "total", "maxReplyBytes").needs(Rule.SYNTAX, "connect", "total", "maxReplyBytes");
        Duration connect = section.duration("connect");
        Duration total = section.duration("total");
        Integer bytes = section.number("maxReplyBytes");
        return connect == null || total == null || bytes == null
                ? null
                : new ChannelDefinition.Call(connect, total, bytes);
    }

    private static ChannelDefinition.@Nullable Gate gate(Section section) {
        section.allow("inFlight", "perSecond", "burst").needs(Rule.SYNTAX, "inFlight", "perSecond", "burst");
        Integer inFlight = section.number("inFlight");
        Integer perSecond = section.number("perSecond");
        Integer burst = section.number("burst");
        return inFlight == null || perSecond == null || burst == null
                ? null
                : new ChannelDefinition.Gate(inFlight, perSecond, burst);
    }

    private static ChannelDefinition.@Nullable Breaker breaker(Section section) {
        String[] names = {"slowMs", "slowRatio", "errorRatio", "minCalls", "window", "open"};
        section.allow(names).needs(Rule.SYNTAX, names);
        Integer slowMs = section.number("slowMs");
        BigDecimal slow = section.typed("slowRatio", ValueType.DECIMAL, BigDecimal.class);
        BigDecimal error = section.typed("errorRatio", ValueType.DECIMAL, BigDecimal.class);
        Integer minCalls = section.number("minCalls");
        Duration window = section.duration("window");
        Duration open = section.duration("open");
        if (slowMs == null || slow == null || error == null || minCalls == null || window == null || open == null) {
            return null;
        }
        return new ChannelDefinition.Breaker(slowMs, slow, error, minCalls, window, open);
    }

    private static ChannelDefinition.@Nullable Pool pool(Section section) {
        section.allow("threads", "queue").needs(Rule.SYNTAX, "threads", "queue");
        Integer threads = section.number("threads");
        Integer queue = section.number("queue");
        return threads == null || queue == null ? null : new ChannelDefinition.Pool(threads, queue);
    }

    private static Map<String, String> keys(Section section) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String name : section.names()) {
            String alias = section.text(name);
            if (alias != null) {
                keys.put(name, alias);
            }
        }
        return keys;
    }

    private static List<String> networks(Section all) {
        List<String> networks = new ArrayList<>();
        for (Tree network : all.list("callbackFrom")) {
            networks.add(network instanceof Tree.Text text ? text.value() : Objects.toString(network));
        }
        return networks;
    }
}
