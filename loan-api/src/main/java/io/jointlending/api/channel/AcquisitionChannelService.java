package io.jointlending.api.channel;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * Channels (渠道): where borrowers come from. One person applies for a channel, another one reviews it, and two persons enable it; only
 * an enabled channel submits orders. What funds a loan is no channel but an institution, see {@link FundChannelService}.
 */
public interface AcquisitionChannelService {
    /** A channel. Code: A0623. */
    @Query
    @RequirePermission(value = Permissions.CONFIGURATION_READ, ownChannel = true)
    RpcResult<ChannelView> findChannel(FindChannelQuery query);

    /** Channels by code. */
    @Query
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<ChannelListView> listChannels(ListChannelsQuery query);

    /**
     * Asks for a channel: it is APPLIED.
     *
     * <p>Codes: A0528 the code is taken by another channel.
     */
    @Command
    @RequirePermission(Permissions.CHANNEL_APPLY)
    RpcResult<ChannelView> applyForChannel(ApplyForChannelRequest request);

    /** The stored answer of {@link #applyForChannel}. */
    @Query
    RpcResult<ChannelView> queryApplyForChannelByRequestNo(RequestNoQuery query);

    /**
     * Accepts or rejects what somebody applied for: it is REVIEWED or REJECTED.
     *
     * <p>Codes: A0623 unknown, A0625 it is not APPLIED, A0555 by the person who applied.
     */
    @Command
    @RequirePermission(Permissions.CHANNEL_REVIEW)
    RpcResult<ChannelView> reviewChannel(ReviewChannelRequest request);

    /** The stored answer of {@link #reviewChannel}. */
    @Query
    RpcResult<ChannelView> queryReviewChannelByRequestNo(RequestNoQuery query);

    /**
     * Enables, disables or closes a channel. Orders that it submitted go on whatever becomes of it.
     *
     * <p>Codes: A0623 unknown, A0625 not from this state.
     */
    @Command
    @FourEyes(Actions.CHANGE_CHANNEL_STATUS)
    RpcResult<ChannelView> changeChannelStatus(ChangeChannelStatusRequest request);

    /** The stored answer of {@link #changeChannelStatus}. */
    @Query
    RpcResult<ChannelView> queryChangeChannelStatusByRequestNo(RequestNoQuery query);
}
