package io.jointlending.channel.acquisition;

import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.admin.Publication;
import io.jointlending.channel.audit.AuditLog;
import org.jspecify.annotations.Nullable;

/** What every change of a channel leaves behind in its transaction: an audit row and the message to the other providers. */
public final class ChannelRecord {
    private final AuditLog audit;
    private final Publication publication;

    /** Writes to both. */
    public ChannelRecord(AuditLog audit, Publication publication) {
        this.audit = audit;
        this.publication = publication;
    }

    void of(AuditLog.Change change, @Nullable ChannelView before, ChannelView after) {
        audit.add(change, AuditLog.CHANNEL, after.channelCode(), before, after);
        publication.add(ConfigurationPublished.CHANNEL, after.channelCode(), after.version(), after);
    }
}
