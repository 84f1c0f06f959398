package io.jointlending.channel.console;

import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.AgentService;
import io.jointlending.api.channel.AuditQueryService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.RpcUsageService;
import io.jointlending.api.iam.IamAuthService;
import io.jointlending.api.iam.IamQueryService;
import io.jointlending.api.ops.InstanceAdminService;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.OpsService;

/**
 * The contracts of this provider that the console calls, each behind a {@link io.jointlending.support.rpc.LocalDoor}.
 *
 * @param auth sessions
 * @param approvals proposals
 * @param channels products, schemes, institutions
 * @param fundChannels fund channels
 * @param people users and roles
 * @param audit who changed what
 * @param messages messages of this provider
 * @param ops this provider of itself
 * @param usage which contract methods are in use
 * @param instances processes of the platform
 * @param acquisition channels that borrowers come by
 * @param agents customer managers
 */
public record OwnContracts(
        IamAuthService auth,
        ApprovalService approvals,
        ChannelQueryService channels,
        FundChannelService fundChannels,
        IamQueryService people,
        AuditQueryService audit,
        MessageAdminService messages,
        OpsService ops,
        RpcUsageService usage,
        InstanceAdminService instances,
        AcquisitionChannelService acquisition,
        AgentService agents) {}
