package io.jointlending.api.channel;

import java.io.Serializable;

/**
 * Whose customer somebody is.
 *
 * @param borrowerNo customer
 * @param agentNo customer manager
 * @param version rises with every change, 1 for the first
 */
public record CustomerAssignmentView(String borrowerNo, String agentNo, Long version) implements Serializable {
    /** Customers of one customer manager at most. */
    public static final int MOST = 2000;
}
