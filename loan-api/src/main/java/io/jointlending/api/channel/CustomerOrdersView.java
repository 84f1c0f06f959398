package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;

/**
 * A page of the orders of the own customers.
 *
 * @param agentNo the customer manager who asked
 * @param orders newest first
 */
public record CustomerOrdersView(String agentNo, List<CustomerOrderView> orders) implements Serializable {}
