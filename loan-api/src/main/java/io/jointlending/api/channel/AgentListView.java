package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;

/**
 * One page of customer managers.
 *
 * @param agents by number
 */
public record AgentListView(List<AgentView> agents) implements Serializable {}
