package io.jointlending.channel.admin;

import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.json.Json;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;

/**
 * Tells the other providers of a change: by a message in the transaction of the change, so that neither exists alone, and by a
 * notice after it, which makes them ask at once and may be lost.
 */
public final class Publication {
    /** The version of what is added, and the only one of what never changes. */
    static final long FIRST = 1;

    private final Outbox outbox;
    private final ConfigurationCache cache;
    private final ConfigurationRevision revision;

    /** Messages go to the outbox, notices by the cache; the revision counts the changes. */
    public Publication(Outbox outbox, ConfigurationCache cache, ConfigurationRevision revision) {
        this.outbox = outbox;
        this.cache = cache;
        this.revision = revision;
    }

    /** Adds to the running transaction; {@code state} is the view that a query answers from now on. */
    public void add(String kind, String code, long version, Object state) {
        outbox.add(new OutboxMessage(
                MessageTypes.TOPIC_CHANNEL_ADMIN,
                MessageTypes.CONFIGURATION_PUBLISHED,
                "configuration-" + kind + '-' + code + '-' + version,
                null,
                new ConfigurationPublished(kind, code, version, Json.write(state))));
        revision.next();
        cache.announceChange(kind, code);
    }
}
