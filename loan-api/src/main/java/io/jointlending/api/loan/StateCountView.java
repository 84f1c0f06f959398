package io.jointlending.api.loan;

import java.io.Serializable;

/**
 * Master orders in one state.
 *
 * @param status 10 to 90, as of a master order
 * @param orders how many, without those that are archived
 */
public record StateCountView(Integer status, Long orders) implements Serializable {}
