package io.jointlending.api.report;

import java.io.Serializable;
import java.util.List;

/**
 * What is overdue by channel.
 *
 * @param days one line for each channel and day with something overdue
 */
public record ChannelOverdueView(List<ChannelOverdueDayView> days) implements Serializable {}
