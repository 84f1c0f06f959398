package io.jointlending.loan.order.domain;

import io.jointlending.support.money.PlannedInstallment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All master orders with their plans as issued, their loan requests and their state log. */
public interface MasterOrders {
    /** Adds a submitted order and the first line of its log. */
    void add(MasterOrder order, String requestNo);

    /** An order as committed, archived or not. */
    Optional<MasterOrder> find(String orderNo);

    /**
     * An order, locked until the transaction ends: every writer begins with this, so that two never interleave. An archived
     * order is not found here.
     */
    Optional<MasterOrder> lock(String orderNo);

    /**
     * Stores a move and its line of the log. Throws when the order is not {@code before} any more.
     *
     * @param before the order as read
     * @param after what a method of {@link MasterOrder} made of it
     * @param reference number of the request, payment or message behind it
     */
    void move(MasterOrder before, MasterOrder after, Cause cause, String reference);

    /** Records that an order is to be paid with a loan; once per order. */
    void addLoanRequest(MasterOrder order, String requestNo);

    /** Ends the loan request of an order: confirmed by a payment, or released. */
    void endLoanRequest(String orderNo, boolean confirmed);

    /** Stores the plan as issued, version 1. The principals must add up to the amount of the order. */
    void addPlan(MasterOrder order, List<PlannedInstallment> plan);

    /** The plan as issued, in order; empty before the loan out. */
    List<PlannedInstallment> plan(String orderNo);

    /**
     * The newest orders of these borrowers, newest first, archived or not.
     *
     * @param beforeOrderNo only orders with a smaller number, or null
     */
    List<MasterOrder> newestOf(List<String> borrowerNos, @Nullable String beforeOrderNo, int limit);

    /** The state log, oldest first, at most {@code limit} lines. */
    List<StateChange> history(String orderNo, int limit);
}
