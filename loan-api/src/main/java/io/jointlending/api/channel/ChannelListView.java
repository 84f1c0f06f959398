package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;

/**
 * One page of channels.
 *
 * @param channels by code
 */
public record ChannelListView(List<ChannelView> channels) implements Serializable {}
