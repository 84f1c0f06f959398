package io.jointlending.loan.order.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.support.error.Refusal;
import java.util.Optional;

/** The refusals that every use case of an order shares. */
public final class Orders {
    private static final String FIELD = "orderNo";

    private Orders() {}

    /** The order, or A0511. */
    public static MasterOrder require(Optional<MasterOrder> found) {
        return found.orElseThrow(() -> new Refusal(ErrorCodes.ORDER_NOT_FOUND, FIELD));
    }

    /** The order, locked until the transaction ends; A0511, or A0573 for one that can only be read any more. */
    public static MasterOrder lock(MasterOrders orders, String orderNo) {
        return orders.lock(orderNo)
                .orElseThrow(() -> new Refusal(
                        orders.find(orderNo).isPresent() ? ErrorCodes.ORDER_ARCHIVED : ErrorCodes.ORDER_NOT_FOUND,
                        FIELD));
    }

    /** A0512 for an order, with its state. */
    public static Refusal wrongState(MasterOrder order, String step) {
        String message = "Order " + order.orderNo() + " is in state "
                + order.status().code() + ", which does not allow " + step + ".";
        return new Refusal(ErrorCodes.ORDER_STATE, message, FIELD);
    }
}
