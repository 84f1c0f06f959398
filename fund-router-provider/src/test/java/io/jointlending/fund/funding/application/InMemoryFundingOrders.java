package io.jointlending.fund.funding.application;

import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.LegStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fundings in memory. Every open task is always due; the waits are remembered instead. */
final class InMemoryFundingOrders implements FundingOrders {
    private final Map<String, Funding> stored = new TreeMap<>();
    private final Set<String> refused = new TreeSet<>();
    final List<Duration> waits = new ArrayList<>();

    @Override
    public void add(FundingOrder task) {
        stored.putIfAbsent(task.orderNo(), new Funding(task, List.of()));
    }

    @Override
    public List<FundingOrder> claim(int limit, Duration lease, String claimer) {
        List<FundingOrder> claimed = stored.values().stream()
                .map(Funding::task)
                .filter(task -> task.status().open())
                .limit(limit)
                .map(FundingOrder::claimed)
                .toList();
        claimed.forEach(task -> stored.computeIfPresent(task.orderNo(), (key, funding) -> funding.with(task)));
        return claimed;
    }

    @Override
    public Optional<Funding> find(String orderNo) {
        return Optional.ofNullable(stored.get(orderNo));
    }

    @Override
    public Funding load(FundingOrder claimed) {
        return Objects.requireNonNull(stored.get(claimed.orderNo())).with(claimed);
    }

    @Override
    public Optional<Funding> save(Funding before, Funding after, Duration wait) {
        Funding held = Objects.requireNonNull(stored.get(before.task().orderNo()));
        if (held.task().version() != before.task().version()
                || held.task().status() != before.task().status()) {
            return Optional.empty();
        }
        before.legs().forEach(leg -> ended(after, leg.seat()));
        Funding next = after.with(after.task().stored());
        if (next.task().routeAttempt() > before.task().routeAttempt()) {
            next = new Funding(next.task(), List.of());
        }
        stored.put(after.task().orderNo(), next);
        waits.add(wait);
        return Optional.of(next);
    }

    private void ended(Funding after, int seat) {
        after.legs().stream()
                .filter(leg -> leg.seat() == seat && leg.status() == LegStatus.REJECTED)
                .forEach(leg -> refused.add(leg.institutionCode()));
    }

    @Override
    public Set<String> refusedBy(String orderNo) {
        return Set.copyOf(refused);
    }

    @Override
    public void makeDue(String orderNo) {
        // an open task is always due here
    }

    @Override
    public void putBack(FundingOrder claimed, Duration wait) {
        waits.add(wait);
    }
}
