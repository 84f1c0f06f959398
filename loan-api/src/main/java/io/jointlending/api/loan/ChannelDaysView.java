package io.jointlending.api.loan;

import java.io.Serializable;
import java.util.List;

/**
 * What channels brought.
 *
 * @param days one line for each channel and day with an order
 */
public record ChannelDaysView(List<ChannelDayView> days) implements Serializable {}
