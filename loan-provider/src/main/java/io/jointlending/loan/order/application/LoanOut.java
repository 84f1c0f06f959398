package io.jointlending.loan.order.application;

import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.Product;
import io.jointlending.loan.order.domain.Products;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Pays a submitted order with a loan: everything in one local transaction, the product read before it. */
public final class LoanOut {
    /** Name of this command among the idempotent commands. */
    public static final String OPERATION = "LoanService.loanOut";

    private final IdempotentCommands commands;
    private final Products products;
    private final BusinessCalendar calendar;
    private final MasterOrders orders;
    private final Borrowers borrowers;
    private final PayOut payOut;

    public LoanOut(
            IdempotentCommands commands,
            Products products,
            BusinessCalendar calendar,
            MasterOrders orders,
            Borrowers borrowers,
            PayOut payOut) {
        this.commands = commands;
        this.products = products;
        this.calendar = calendar;
        this.orders = orders;
        this.borrowers = borrowers;
        this.payOut = payOut;
    }

    /** Refuses with A0511, A0512, A0522, A0400, A0502, A0503, A0504, A0505. */
    public LoanOutView run(LoanOutRequest request) {
        MasterOrder submitted = Orders.require(orders.find(request.orderNo()));
        Supplier<Product> product = products.read(submitted.productCode());
        LocalDate today = calendar.today();
        CommandKey key = CommandKey.of(OPERATION, request.requestNo());
        return commands.execute(
                key, LoanOutBody.of(request, borrowers), LoanOutView.class, () -> payOut.run(request, product, today));
    }
}
