package io.jointlending.loan.order.domain;

import java.time.LocalDateTime;

/**
 * How many master orders were in a state.
 *
 * @param hourAt UTC, beginning of the hour in which they were counted last
 * @param status its number
 * @param orders in it
 */
public record StateCount(LocalDateTime hourAt, int status, long orders) {}
