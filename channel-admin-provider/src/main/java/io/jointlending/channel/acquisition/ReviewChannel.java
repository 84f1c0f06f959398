package io.jointlending.channel.acquisition;

import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.channel.ReviewChannelRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Accepts or rejects an application, with its audit row, in one transaction. Refuses with A0555, A0623 and A0625. */
public final class ReviewChannel {
    private final IdempotentCommands commands;
    private final AcquisitionChannels channels;
    private final ChannelRecord record;

    /** The idempotent commands open the transaction. */
    public ReviewChannel(IdempotentCommands commands, AcquisitionChannels channels, ChannelRecord record) {
        this.commands = commands;
        this.channels = channels;
        this.record = record;
    }

    ChannelView run(CommandKey key, ReviewChannelRequest request) {
        return commands.execute(key, request, ChannelView.class, () -> review(request));
    }

    private ChannelView review(ReviewChannelRequest request) {
        ChannelView before = channels.require(request.channelCode());
        if (request.operator().equals(before.applicant())) {
            throw new Refusal(
                    ErrorCodes.SECOND_PERSON_REQUIRED,
                    "Channel " + before.channelCode() + " was applied for by " + before.applicant()
                            + "; another person reviews it.",
                    "operator");
        }
        ChannelLife.requireWay(before, request.decision(), "decision");
        ChannelView after = new ChannelView(
                before.channelCode(),
                before.name(),
                before.kind(),
                request.decision(),
                before.applicant(),
                request.operator(),
                request.note(),
                Math.addExact(before.version(), 1));
        channels.move(before, after);
        record.of(new AuditLog.Change("reviewChannel", request.requestNo(), request.operator()), before, after);
        return after;
    }
}
