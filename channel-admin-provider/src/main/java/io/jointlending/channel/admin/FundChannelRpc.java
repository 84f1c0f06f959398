package io.jointlending.channel.admin;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** The door for fund channels. */
public final class FundChannelRpc implements FundChannelService {
    private static final String PUT = "FundChannelService.putFundChannel";

    private final FundChannels channels;
    private final PutFundChannel putFundChannel;
    private final IdempotentCommands commands;

    /** Reads straight from the store; the stored answers come from the idempotent commands. */
    public FundChannelRpc(FundChannels channels, PutFundChannel putFundChannel, IdempotentCommands commands) {
        this.channels = channels;
        this.putFundChannel = putFundChannel;
        this.commands = commands;
    }

    @Override
    public RpcResult<FundChannelView> findFundChannel(CodeQuery query) {
        return RpcResult.ok(
                channels.find(query.code()).orElseThrow(() -> new Refusal(ErrorCodes.FUND_CHANNEL_NOT_FOUND, "code")));
    }

    @Override
    public RpcResult<FundChannelView> putFundChannel(PutFundChannelRequest request) {
        return RpcResult.ok(putFundChannel.run(CommandKey.of(PUT, request.requestNo()), request));
    }

    @Override
    public RpcResult<FundChannelView> queryPutFundChannelByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(PUT, query.requestNo()), FundChannelView.class));
    }
}
