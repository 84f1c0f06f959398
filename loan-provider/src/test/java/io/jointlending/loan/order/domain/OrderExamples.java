package io.jointlending.loan.order.domain;

import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import io.jointlending.support.order.OrderNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Orders for tests. */
public final class OrderExamples {
    /** What a product has that sets nothing beyond its price. */
    public static final LoanOptions OPTIONS = new LoanOptions(
            DayCount.MONTHLY,
            1,
            0,
            null,
            BigDecimal.ZERO,
            new BigDecimal("0.24"),
            "PRINCIPAL",
            null,
            "INSTALLMENT_FIRST",
            BigDecimal.ZERO,
            0,
            "ON_SETTLEMENT");

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final OrderNumbers NUMBERS = OrderNumbers.inMemory();

    private OrderExamples() {}

    /** An order of B-1 in any state. */
    public static MasterOrder inState(MasterOrderStatus status, @Nullable String paymentNo, long amountFen) {
        LoanTerms terms = new LoanTerms(
                new BigDecimal("0.18"),
                PlanMethod.EQUAL_INSTALLMENT,
                Rounding.HALF_UP,
                new BigDecimal("0.0005"),
                3,
                OPTIONS);
        return new MasterOrder(
                NUMBERS.next(DAY, "B-1"),
                "B-1",
                "PRODUCT-A",
                "JOINT-70-30",
                terms,
                amountFen,
                3,
                status,
                0,
                status.paidOut() ? DAY : null,
                paymentNo,
                LocalDateTime.of(2026, 1, 31, 7, 0, 0, 123_000_000),
                "APP-MAIN");
    }

    /** An order of B-1 as submitted. */
    public static MasterOrder submitted(long amountFen) {
        return inState(MasterOrderStatus.INIT, null, amountFen);
    }
}
