package io.jointlending.loan.order.domain;

import java.util.List;

/** Master orders by state, hour by hour. */
public interface StateCounts {
    /** Those of the last days, oldest first, states in the order of their numbers. */
    List<StateCount> hourly(int days);

    /** The last of each day. */
    List<StateCount> daily(int days);
}
