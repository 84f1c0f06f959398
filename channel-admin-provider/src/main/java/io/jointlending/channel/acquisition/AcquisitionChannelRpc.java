package io.jointlending.channel.acquisition;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.ApplyForChannelRequest;
import io.jointlending.api.channel.ChangeChannelStatusRequest;
import io.jointlending.api.channel.ChannelListView;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.channel.FindChannelQuery;
import io.jointlending.api.channel.ListChannelsQuery;
import io.jointlending.api.channel.ReviewChannelRequest;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** The door for channels. */
public final class AcquisitionChannelRpc implements AcquisitionChannelService {
    private static final String APPLY = "AcquisitionChannelService.applyForChannel";
    private static final String REVIEW = "AcquisitionChannelService.reviewChannel";
    private static final String CHANGE = "AcquisitionChannelService.changeChannelStatus";

    private final AcquisitionChannels channels;
    private final ApplyForChannel apply;
    private final ReviewChannel review;
    private final ChangeChannelStatus change;
    private final IdempotentCommands commands;

    /** One use case for each command; reading goes straight to the store. */
    public AcquisitionChannelRpc(
            AcquisitionChannels channels,
            ApplyForChannel apply,
            ReviewChannel review,
            ChangeChannelStatus change,
            IdempotentCommands commands) {
        this.channels = channels;
        this.apply = apply;
        this.review = review;
        this.change = change;
        this.commands = commands;
    }

    @Override
    public RpcResult<ChannelView> findChannel(FindChannelQuery query) {
        return RpcResult.ok(channels.require(query.channelCode()));
    }

    @Override
    public RpcResult<ChannelListView> listChannels(ListChannelsQuery query) {
        return RpcResult.ok(new ChannelListView(channels.page(query.status(), query.afterCode(), query.pageSize())));
    }

    @Override
    public RpcResult<ChannelView> applyForChannel(ApplyForChannelRequest request) {
        return RpcResult.ok(apply.run(CommandKey.of(APPLY, request.requestNo()), request));
    }

    @Override
    public RpcResult<ChannelView> queryApplyForChannelByRequestNo(RequestNoQuery query) {
        return stored(APPLY, query);
    }

    @Override
    public RpcResult<ChannelView> reviewChannel(ReviewChannelRequest request) {
        return RpcResult.ok(review.run(CommandKey.of(REVIEW, request.requestNo()), request));
    }

    @Override
    public RpcResult<ChannelView> queryReviewChannelByRequestNo(RequestNoQuery query) {
        return stored(REVIEW, query);
    }

    @Override
    public RpcResult<ChannelView> changeChannelStatus(ChangeChannelStatusRequest request) {
        return RpcResult.ok(change.run(CommandKey.of(CHANGE, request.requestNo()), request));
    }

    @Override
    public RpcResult<ChannelView> queryChangeChannelStatusByRequestNo(RequestNoQuery query) {
        return stored(CHANGE, query);
    }

    private RpcResult<ChannelView> stored(String operation, RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(operation, query.requestNo()), ChannelView.class));
    }
}
