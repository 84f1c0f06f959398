package io.jointlending.loan.order.application;

import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.loan.order.domain.Channels;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.Product;
import io.jointlending.loan.order.domain.Products;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Makes a master order in its first state, with the product's terms of this moment. */
public final class SubmitLoan {
    /** Name of this command among the idempotent commands. */
    public static final String OPERATION = "LoanService.submit";

    private final IdempotentCommands commands;
    private final Products products;
    private final Channels channels;
    private final OrderNumbers numbers;
    private final BusinessCalendar calendar;
    private final MasterOrders orders;

    public SubmitLoan(
            IdempotentCommands commands,
            Products products,
            Channels channels,
            OrderNumbers numbers,
            BusinessCalendar calendar,
            MasterOrders orders) {
        this.commands = commands;
        this.products = products;
        this.channels = channels;
        this.numbers = numbers;
        this.calendar = calendar;
        this.orders = orders;
    }

    /** Refuses with A0521, A0522, A0523, A0524, A0526, A0623, A0624, A0630. Product, channel and order number come before the transaction. */
    public MasterOrderView run(SubmitLoanRequest request) {
        Supplier<Product> product = products.read(request.productCode());
        Runnable channel = channels.read(request.channelCode());
        String orderNo = numbers.next(calendar.today(), request.borrowerNo());
        LocalDateTime now = calendar.now().truncatedTo(ChronoUnit.MILLIS);
        CommandKey key = CommandKey.of(OPERATION, request.requestNo());
        return commands.execute(key, request, MasterOrderView.class, () -> {
            channel.run();
            SubmissionRules.check(product.get(), request);
            MasterOrder order = submitted(request, product.get(), orderNo, now);
            orders.add(order, request.requestNo());
            return OrderViews.order(order);
        });
    }

    private static MasterOrder submitted(
            SubmitLoanRequest request, Product product, String orderNo, LocalDateTime now) {
        return new MasterOrder(
                orderNo,
                request.borrowerNo(),
                request.productCode(),
                request.schemeCode(),
                product.terms(),
                request.amountFen(),
                request.installments(),
                MasterOrderStatus.INIT,
                0,
                null,
                null,
                now,
                request.channelCode());
    }
}
