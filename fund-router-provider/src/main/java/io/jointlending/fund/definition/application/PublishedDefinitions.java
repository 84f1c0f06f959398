package io.jointlending.fund.definition.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.definition.domain.Definitions;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.error.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Definitions as tasks use them. A version is immutable, so it is loaded once; only which version is active is looked up
 * again, every few seconds.
 */
public final class PublishedDefinitions {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final Definitions definitions;
    private final LoadDefinition load;
    private final ConcurrentMap<Version, FlowDefinition> flows = new ConcurrentHashMap<>();
    private final ConcurrentMap<Version, ChannelDefinition> channels = new ConcurrentHashMap<>();
    private volatile Active active = new Active(Map.of(), Map.of(), 0, false);

    /** Of these stored versions. */
    public PublishedDefinitions(Definitions definitions, LoadDefinition load) {
        this.definitions = definitions;
        this.load = load;
    }

    private record Version(String name, int version) {}

    private record Active(
            Map<String, FlowDefinition> flows, Map<String, ChannelDefinition> channels, long nanos, boolean known) {}

    /** The version that a task is pinned to. */
    public FlowDefinition flow(String name, int version) {
        Version key = new Version(name, version);
        FlowDefinition flow = flows.get(key);
        if (flow == null) {
            Definition stored = definitions
                    .find(Definition.Kind.FLOW, name, version)
                    .orElseThrow(() -> new Refusal(
                            ErrorCodes.DEFINITION_NOT_FOUND, "flow " + name + " has no version " + version, "version"));
            flow = load.flow(stored);
            flows.put(key, flow);
        }
        return flow;
    }

    /** The version that new tasks begin with. */
    public Optional<FlowDefinition> activeFlow(String name) {
        return Optional.ofNullable(current().flows().get(name));
    }

    /** Whether any channel has an active flow of this behaviour, such as {@code repayment}. */
    public boolean anyChannelHas(String behaviour) {
        return current().flows().keySet().stream().anyMatch(name -> name.endsWith("." + behaviour));
    }

    /** The active flows of a channel. */
    public List<FlowDefinition> activeFlows(String channel) {
        List<FlowDefinition> found = new ArrayList<>();
        for (FlowDefinition flow : current().flows().values()) {
            if (flow.channel().equals(channel)) {
                found.add(flow);
            }
        }
        return found;
    }

    /** A channel as it is active now. */
    public Optional<ChannelDefinition> channel(String name) {
        return Optional.ofNullable(current().channels().get(name));
    }

    /** The channels that are active now, by name. */
    public List<ChannelDefinition> channels() {
        return List.copyOf(current().channels().values());
    }

    /** The channel that leads to an institution. */
    public Optional<ChannelDefinition> channelTo(String institutionCode) {
        return current().channels().values().stream()
                .filter(channel -> channel.institution().equals(institutionCode))
                .findFirst();
    }

    /** Looks up at the next use which versions are active. */
    public void forget() {
        active = new Active(Map.of(), Map.of(), 0, false);
    }

    private Active current() {
        Active known = active;
        if (known.known() && System.nanoTime() - known.nanos() < KNOWN_FOR.toNanos()) {
            return known;
        }
        long now = System.nanoTime();
        Map<String, FlowDefinition> activeFlows = new TreeMap<>();
        for (Definition stored : definitions.active(Definition.Kind.FLOW)) {
            activeFlows.put(stored.name(), flow(stored.name(), stored.version()));
        }
        Map<String, ChannelDefinition> activeChannels = new TreeMap<>();
        for (Definition stored : definitions.active(Definition.Kind.CHANNEL)) {
            activeChannels.put(
                    stored.name(),
                    channels.computeIfAbsent(
                            new Version(stored.name(), stored.version()),
                            key -> load.channel(stored.name(), stored.body())));
        }
        Active fresh = new Active(activeFlows, activeChannels, now, true);
        active = fresh;
        return fresh;
    }
}
