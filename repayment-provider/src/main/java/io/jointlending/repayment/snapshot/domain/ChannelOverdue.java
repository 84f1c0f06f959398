package io.jointlending.repayment.snapshot.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is overdue on the orders of one channel, as far as it was looked at.
 *
 * @param channelCode channel, {@link #NONE} for orders without one
 * @param orders orders with an overdue installment
 * @param overdueFen open on those installments, penalty included, in fen
 */
public record ChannelOverdue(String channelCode, long orders, long overdueFen) {
    /** Stands for orders without a channel; no channel has this code. */
    public static final String NONE = "(none)";

    /**
     * Sums by channel, in the order of their codes, so that steps that run at once lock rows in one order.
     *
     * @param found whole orders
     * @param snapshots of the same installments, in the same order
     */
    public static List<ChannelOverdue> of(List<OverdueInstallment> found, List<PenaltySnapshot> snapshots) {
        Map<String, Set<String>> orders = new TreeMap<>();
        Map<String, Long> amounts = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            OverdueInstallment installment = found.get(i);
            String channelCode = installment.channelCode() == null ? NONE : installment.channelCode();
            orders.computeIfAbsent(channelCode, code -> new HashSet<>()).add(installment.orderNo());
            amounts.merge(channelCode, snapshots.get(i).open().total(), Math::addExact);
        }
        List<ChannelOverdue> sums = new ArrayList<>();
        amounts.forEach((channelCode, fen) -> sums.add(new ChannelOverdue(
                channelCode, orders.getOrDefault(channelCode, Set.of()).size(), fen)));
        return sums;
    }
}
