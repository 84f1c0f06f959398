package io.jointlending.api.loan;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Master orders by state at one time.
 *
 * @param hourAt UTC, beginning of the hour near whose end they were counted; the current hour is counted until now
 * @param counts one for each state, by its number
 */
public record StateCountsAtView(LocalDateTime hourAt, List<StateCountView> counts) implements Serializable {}
