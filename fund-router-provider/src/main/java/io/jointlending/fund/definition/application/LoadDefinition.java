package io.jointlending.fund.definition.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.text.ChannelLoader;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.flow.text.LoadedFlow;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.fund.flow.text.SourceText;
import io.jointlending.support.error.Refusal;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** From a published text to the definition that it is, with every rule checked. */
public final class LoadDefinition {
    private final FlowLoader flows;
    private final ChannelLoader channels;
    private final Consumer<ChannelDefinition> protection;

    /**
     * @param examples processors that examples run with: those with io are fixtures
     * @param production whether unsealed messages are refused
     * @param protection refuses, with a {@code Refusal}, bounds that the protection of a channel could not keep
     */
    public LoadDefinition(ProcessorRegistry examples, boolean production, Consumer<ChannelDefinition> protection) {
        this.flows = new FlowLoader(examples);
        this.channels = new ChannelLoader(production);
        this.protection = protection;
    }

    /** A flow. Refuses with A0601 and every finding. */
    public FlowDefinition flow(String name, String text) {
        LoadedFlow loaded = flows.load(name, text);
        return loaded.good().orElseThrow(() -> refused(loaded));
    }

    /** A channel. Refuses with A0601 and every finding, with A0400 a breaker that would not be obeyed. */
    public ChannelDefinition channel(String name, String text) {
        Findings findings = new Findings();
        SourceText source = SourceReader.read(text, findings).orElse(null);
        ChannelDefinition channel = source == null ? null : channels.load(source.tree(), findings);
        if (channel == null || !findings.isEmpty()) {
            throw refused(new LoadedFlow(name, FlowLoader.sha256(text), source, null, findings.all()));
        }
        protection.accept(channel);
        return channel;
    }

    /** Loads a stored version again, which was good when it was published. */
    FlowDefinition flow(Definition stored) {
        return flow(stored.name(), stored.body());
    }

    private static Refusal refused(LoadedFlow loaded) {
        String findings = loaded.findings().stream().map(loaded::text).limit(20).collect(Collectors.joining("\n"));
        return new Refusal(ErrorCodes.DEFINITION_REFUSED, findings, "text");
    }
}
