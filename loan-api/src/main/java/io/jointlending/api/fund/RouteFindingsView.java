package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * What is wrong with a route.
 *
 * @param good true when nothing is, and it may be activated
 * @param findings all that was found, at most 200
 */
public record RouteFindingsView(Boolean good, List<RouteFindingView> findings) implements Serializable {}
