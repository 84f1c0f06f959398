package io.jointlending.channel.acquisition;

import io.jointlending.api.channel.ApplyForChannelRequest;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import org.springframework.dao.DuplicateKeyException;

/** Adds a channel that somebody asks for, with its audit row, in one transaction. Refuses with A0528. */
public final class ApplyForChannel {
    private static final long FIRST_VERSION = 1;

    private final IdempotentCommands commands;
    private final AcquisitionChannels channels;
    private final ChannelRecord record;

    /** The idempotent commands open the transaction. */
    public ApplyForChannel(IdempotentCommands commands, AcquisitionChannels channels, ChannelRecord record) {
        this.commands = commands;
        this.channels = channels;
        this.record = record;
    }

    ChannelView run(CommandKey key, ApplyForChannelRequest request) {
        return commands.execute(key, request, ChannelView.class, () -> add(request));
    }

    private ChannelView add(ApplyForChannelRequest request) {
        ChannelView wanted = new ChannelView(
                request.channelCode(),
                request.name(),
                request.kind(),
                ChannelView.APPLIED,
                request.operator(),
                null,
                null,
                FIRST_VERSION);
        try {
            channels.add(wanted);
        } catch (DuplicateKeyException taken) {
            throw new Refusal(
                    ErrorCodes.ALREADY_EXISTS, "Channel " + request.channelCode() + " exists.", "channelCode");
        }
        record.of(new AuditLog.Change("applyForChannel", request.requestNo(), request.operator()), null, wanted);
        return wanted;
    }
}
