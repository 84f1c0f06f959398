package io.jointlending.loan.order.application;

import io.jointlending.api.loan.BorrowerOrderView;
import io.jointlending.api.loan.BorrowerOrdersQuery;
import io.jointlending.api.loan.BorrowerOrdersView;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The newest orders of some borrowers, with the masked names of those who are activated. */
public final class FindBorrowerOrders {
    private final MasterOrders orders;
    private final Borrowers borrowers;

    /** Reads both. */
    public FindBorrowerOrders(MasterOrders orders, Borrowers borrowers) {
        this.orders = orders;
        this.borrowers = borrowers;
    }

    /** A page. */
    public BorrowerOrdersView run(BorrowerOrdersQuery query) {
        List<MasterOrder> found = orders.newestOf(query.borrowerNos(), query.beforeOrderNo(), query.pageSize());
        Map<String, String> names = borrowers.maskedNames(
                found.stream().map(MasterOrder::borrowerNo).collect(Collectors.toSet()));
        return new BorrowerOrdersView(found.stream()
                .map(order -> view(order, names.get(order.borrowerNo())))
                .toList());
    }

    private static BorrowerOrderView view(MasterOrder order, @Nullable String maskedName) {
        return new BorrowerOrderView(
                order.orderNo(),
                order.borrowerNo(),
                maskedName,
                order.productCode(),
                order.amountFen(),
                order.installments(),
                order.status().code(),
                order.createdAt());
    }
}
