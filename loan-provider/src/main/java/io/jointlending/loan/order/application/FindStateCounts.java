package io.jointlending.loan.order.application;

import io.jointlending.api.loan.StateCountView;
import io.jointlending.api.loan.StateCountsAtView;
import io.jointlending.api.loan.StateCountsView;
import io.jointlending.loan.order.domain.StateCount;
import io.jointlending.loan.order.domain.StateCounts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many master orders were in each state. */
public final class FindStateCounts {
    private static final int MOST_DAYS_BY_HOUR = 7;

    private final StateCounts counts;

    /** Reads from these. */
    public FindStateCounts(StateCounts counts) {
        this.counts = counts;
    }

    /** The counts of the last days. */
    public StateCountsView run(int days) {
        List<StateCount> stored = days <= MOST_DAYS_BY_HOUR ? counts.hourly(days) : counts.daily(days);
        Map<LocalDateTime, List<StateCountView>> times = new TreeMap<>();
        for (StateCount count : stored) {
            times.computeIfAbsent(count.hourAt(), at -> new ArrayList<>())
                    .add(new StateCountView(count.status(), count.orders()));
        }
        return new StateCountsView(
                days,
                times.entrySet().stream()
                        .map(time -> new StateCountsAtView(time.getKey(), time.getValue()))
                        .toList());
    }
}
