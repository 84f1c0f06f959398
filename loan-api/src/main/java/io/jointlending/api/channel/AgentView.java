package io.jointlending.api.channel;

import java.io.Serializable;

/**
 * A customer manager (客户经理): which user it is and of which channel. Names and numbers of persons are not kept here.
 *
 * @param agentNo number, never changed
 * @param channelCode channel
 * @param loginName user who is the customer manager
 * @param status ENABLED or DISABLED
 * @param version rises with every change, 1 for the first
 */
public record AgentView(String agentNo, String channelCode, String loginName, String status, Long version)
        implements Serializable {
    /** Sees the orders of the own customers. */
    public static final String ENABLED = "ENABLED";
    /** Sees nothing for now; the customers stay. */
    public static final String DISABLED = "DISABLED";
}
