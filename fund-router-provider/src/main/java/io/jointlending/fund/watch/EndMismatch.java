package io.jointlending.fund.watch;

import io.jointlending.fund.watch.TaskWatchMapper.UnderWay;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders that wait for institutions although every task of theirs has ended. Each look reads a bounded page of the fundings under
 * way, the next one after the last, and then begins anew; what a page held is looked at again in every look until it moves.
 * One caller at a time.
 */
final class EndMismatch implements Monitor {
    /** Fundings that one look reads; their tasks come to about three index entries each. */
    static final int PAGE = 5_000;

    private static final int PER_STATEMENT = 500;

    /** Suspects that are kept; more of them tell a person nothing more. */
    private static final int MOST_SUSPECTS = 100;

    private static final UnderWay START = new UnderWay("", LocalDateTime.of(2000, 1, 1, 0, 0));

    private final TaskWatchMapper tasks;
    private final Duration limit;
    private final int page;
    private final Set<String> suspects = new LinkedHashSet<>();
    private UnderWay after = START;

    EndMismatch(TaskWatchMapper tasks, Duration limit) {
        this(tasks, limit, PAGE);
    }

    EndMismatch(TaskWatchMapper tasks, Duration limit, int page) {
        this.tasks = tasks;
        this.limit = limit;
        this.page = page;
    }

    @Override
    public String code() {
        return "END_MISMATCH";
    }

    @Override
    public List<Finding> look() {
        List<UnderWay> next = tasks.underWay(after.nextAt(), after.orderNo(), page);
        Set<String> orders = new LinkedHashSet<>(suspects);
        next.forEach(order -> orders.add(order.orderNo()));
        List<String> found = endedButNotMoved(List.copyOf(orders));
        after = next.size() < page ? START : next.get(next.size() - 1);
        suspects.clear();
        found.stream().limit(MOST_SUSPECTS).forEach(suspects::add);
        return suspects.stream()
                .map(order -> new Finding(order, "its tasks ended, its funding did not move", 1))
                .toList();
    }

    private List<String> endedButNotMoved(List<String> orders) {
        List<String> found = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += PER_STATEMENT) {
            List<String> some = orders.subList(from, Math.min(orders.size(), from + PER_STATEMENT));
            found.addAll(tasks.endedButNotMoved(some, limit.toSeconds()));
        }
        return found;
    }
}
