package io.jointlending.fund.definition.application;

import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.definition.domain.Definitions;
import io.jointlending.fund.flow.text.ShippedTexts;
import io.jointlending.support.error.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For development: brings the definitions that ship into use, published by one and activated by another. A name of which some
 * version is active already stays as it is.
 */
public final class UseShippedDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(UseShippedDefinitions.class);
    private static final String AUTHOR = "sandbox-author";
    private static final String CHECKER = "sandbox-checker";
    private static final String REQUEST = "shipped";

    private final Definitions definitions;
    private final PublishDefinition publish;
    private final ActivateDefinition activate;

    /** On these definitions. */
    public UseShippedDefinitions(Definitions definitions, PublishDefinition publish, ActivateDefinition activate) {
        this.definitions = definitions;
        this.publish = publish;
        this.activate = activate;
    }

    /** The channels of the fictional banks, and their flows for these behaviours. */
    public void run(List<String> behaviours) {
        for (String channel : ShippedTexts.CHANNELS) {
            for (String behaviour : behaviours) {
                use(
                        Definition.Kind.FLOW,
                        channel + "." + behaviour,
                        () -> publish.flow(ShippedTexts.flow(channel, behaviour), AUTHOR, REQUEST));
            }
            use(
                    Definition.Kind.CHANNEL,
                    channel,
                    () -> publish.channel(ShippedTexts.channel(channel), AUTHOR, REQUEST));
        }
    }

    private void use(Definition.Kind kind, String name, Supplier<Definition> published) {
        if (definitions.active(kind).stream().anyMatch(active -> active.name().equals(name))) {
            return;
        }
        try {
            Definition draft = published.get();
            activate.run(kind, name, draft.version(), CHECKER, 0, REQUEST);
        } catch (Refusal refusal) {
            // another instance that starts at the same time does it
            LOG.info("not activated kind={} name={} why={}", kind, name, refusal.getMessage());
        }
    }
}
