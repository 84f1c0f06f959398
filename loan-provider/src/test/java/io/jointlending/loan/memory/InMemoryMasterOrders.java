package io.jointlending.loan.memory;

import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.StateChange;
import io.jointlending.loan.payment.domain.DueQueries;
import io.jointlending.loan.payment.domain.DueQuery;
import io.jointlending.support.money.PlannedInstallment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Master orders and their payment timers in memory. Every waiting order is due until it was asked for. */
public final class InMemoryMasterOrders implements MasterOrders, DueQueries {
    private final Map<String, MasterOrder> orders = new HashMap<>();
    private final Map<String, List<PlannedInstallment>> plans = new HashMap<>();
    private final Map<String, List<StateChange>> log = new HashMap<>();
    private final Map<String, Boolean> requests = new HashMap<>();
    private final Map<String, List<Duration>> waits = new HashMap<>();

    @Override
    public void add(MasterOrder order, String requestNo) {
        orders.put(order.orderNo(), order);
        log(order, 0, Cause.SUBMIT, requestNo);
    }

    @Override
    public Optional<MasterOrder> find(String orderNo) {
        return Optional.ofNullable(orders.get(orderNo));
    }

    @Override
    public Optional<MasterOrder> lock(String orderNo) {
        return find(orderNo);
    }

    @Override
    public void move(MasterOrder before, MasterOrder after, Cause cause, String reference) {
        if (!before.equals(orders.get(before.orderNo()))) {
            throw new IllegalStateException("order " + before.orderNo() + " is not what it was");
        }
        orders.put(after.orderNo(), after);
        log(after, before.status().code(), cause, reference);
    }

    @Override
    public void addLoanRequest(MasterOrder order, String requestNo) {
        if (requests.putIfAbsent(order.orderNo(), true) != null) {
            throw new IllegalStateException("second loan request of " + order.orderNo());
        }
    }

    @Override
    public void endLoanRequest(String orderNo, boolean confirmed) {
        if (!requests.replace(orderNo, true, false)) {
            throw new IllegalStateException("order " + orderNo + " has no open loan request");
        }
    }

    @Override
    public void addPlan(MasterOrder order, List<PlannedInstallment> plan) {
        order.requireWhole(plan);
        plans.put(order.orderNo(), List.copyOf(plan));
    }

    @Override
    public List<PlannedInstallment> plan(String orderNo) {
        return plans.getOrDefault(orderNo, List.of());
    }

    @Override
    public List<MasterOrder> newestOf(List<String> borrowerNos, @Nullable String beforeOrderNo, int limit) {
        return orders.values().stream()
                .filter(order -> borrowerNos.contains(order.borrowerNo()))
                .filter(order -> beforeOrderNo == null || order.orderNo().compareTo(beforeOrderNo) < 0)
                .sorted(Comparator.comparing(MasterOrder::orderNo).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<StateChange> history(String orderNo, int limit) {
        return log.getOrDefault(orderNo, List.of()).stream().limit(limit).toList();
    }

    @Override
    public List<DueQuery> claim(int limit, Duration lease) {
        return orders.values().stream()
                .filter(order -> order.status() == MasterOrderStatus.LOAN_OUT_OK)
                .limit(limit)
                .map(order -> new DueQuery(
                        order.orderNo(),
                        order.amountFen(),
                        waits(order.orderNo()).size()))
                .toList();
    }

    @Override
    public void postpone(String orderNo, Duration wait) {
        waits.computeIfAbsent(orderNo, no -> new ArrayList<>()).add(wait);
    }

    /** The waits after each question without a result. */
    public List<Duration> waits(String orderNo) {
        return waits.getOrDefault(orderNo, List.of());
    }

    private void log(MasterOrder order, int from, Cause cause, String reference) {
        log.computeIfAbsent(order.orderNo(), no -> new ArrayList<>())
                .add(new StateChange(from, order.status().code(), cause.name(), reference, order.createdAt()));
    }
}
