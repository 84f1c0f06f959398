package io.jointlending.api.channel;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** When and how much institutions fund: switch, hours, planned times without service, limits. Every version is kept. */
public interface FundChannelService {
    /** The channel of an institution. Code: A0537. */
    @Query
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<FundChannelView> findFundChannel(CodeQuery query);

    /**
     * Sets it as a whole. In force within seconds, for orders that are routed from then on.
     *
     * <p>Codes: A0527 unknown institution, A0538 somebody else has changed it since, A0400 a dimension stands twice, hours
     * without length, a time without service that ends before it begins.
     */
    @Command
    @FourEyes(Actions.PUT_FUND_CHANNEL)
    RpcResult<FundChannelView> putFundChannel(PutFundChannelRequest request);

    /** The stored answer of {@link #putFundChannel}. */
    @Query
    RpcResult<FundChannelView> queryPutFundChannelByRequestNo(RequestNoQuery query);
}
