package io.jointlending.fund.watch;

import java.time.Duration;
import java.util.List;

/** Orders that wait for institutions although every task of theirs has ended. */
final class EndMismatch implements Monitor {
    private final TaskWatchMapper tasks;
    private final Duration limit;

    EndMismatch(TaskWatchMapper tasks, Duration limit) {
        this.tasks = tasks;
        this.limit = limit;
    }

    @Override
    public String code() {
        return "END_MISMATCH";
    }

    @Override
    public List<Finding> look() {
        return tasks.endedButNotMoved(limit.toSeconds()).stream()
                .map(order -> new Finding(order, "its tasks ended, its funding did not move", 1))
                .toList();
    }
}
