package io.jointlending.api.fund;

import java.io.Serializable;

/**
 * One thing that is wrong with a route.
 *
 * @param line line of the text, from 1
 * @param rule id of the rule that is broken
 * @param place names that lead there, such as {@code rules/0/when}
 * @param message what is wrong
 */
public record RouteFindingView(Integer line, String rule, String place, String message) implements Serializable {}
