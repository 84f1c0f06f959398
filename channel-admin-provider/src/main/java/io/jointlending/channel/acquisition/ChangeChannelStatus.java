package io.jointlending.channel.acquisition;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.channel.ChangeChannelStatusRequest;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.channel.approval.Change;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/**
 * Enables, disables or closes a channel, with its audit row, in one transaction; also what an approval carries out. Refuses with
 * A0623 and A0625, the proposal too.
 */
public final class ChangeChannelStatus implements Change<ChangeChannelStatusRequest> {
    private final IdempotentCommands commands;
    private final AcquisitionChannels channels;
    private final ChannelRecord record;

    /** The idempotent commands open the transaction. */
    public ChangeChannelStatus(IdempotentCommands commands, AcquisitionChannels channels, ChannelRecord record) {
        this.commands = commands;
        this.channels = channels;
        this.record = record;
    }

    ChannelView run(CommandKey key, ChangeChannelStatusRequest request) {
        return commands.execute(key, request, ChannelView.class, () -> change(request));
    }

    @Override
    public String action() {
        return Actions.CHANGE_CHANNEL_STATUS;
    }

    @Override
    public Class<ChangeChannelStatusRequest> payloadType() {
        return ChangeChannelStatusRequest.class;
    }

    @Override
    public Target target(ChangeChannelStatusRequest payload) {
        return new Target(AuditLog.CHANNEL, payload.channelCode());
    }

    @Override
    public Long version(ChangeChannelStatusRequest payload) {
        return channels.lock(payload.channelCode());
    }

    @Override
    public void check(ChangeChannelStatusRequest payload) {
        ChannelLife.requireWay(channels.require(payload.channelCode()), payload.status(), "status");
    }

    @Override
    public Done execute(ChangeChannelStatusRequest payload, String requestNo, String maker) {
        return Done.of(run(new CommandKey("approval", action(), requestNo), payload));
    }

    private ChannelView change(ChangeChannelStatusRequest request) {
        ChannelView before = channels.require(request.channelCode());
        ChannelLife.requireWay(before, request.status(), "status");
        ChannelView after = new ChannelView(
                before.channelCode(),
                before.name(),
                before.kind(),
                request.status(),
                before.applicant(),
                before.reviewer(),
                before.reviewNote(),
                Math.addExact(before.version(), 1));
        channels.move(before, after);
        record.of(new AuditLog.Change("changeChannelStatus", request.requestNo(), request.operator()), before, after);
        return after;
    }
}
