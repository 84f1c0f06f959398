package io.jointlending.loan.order.persistence;

import io.jointlending.loan.order.domain.LoanOptions;
import io.jointlending.loan.order.domain.LoanTerms;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.support.json.Json;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import io.jointlending.support.order.OrderNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of loan_order without the question timer, in the order of the columns read. Times are UTC. */
record LoanOrderRow(
        String orderNo,
        int shardKey,
        String borrowerNo,
        String productCode,
        @Nullable String schemeCode,
        BigDecimal annualRate,
        String method,
        String rounding,
        BigDecimal penaltyDailyRate,
        int penaltyGraceDays,
        String productSnapshot,
        long amountFen,
        int installments,
        int status,
        long version,
        @Nullable LocalDate startDate,
        @Nullable String paymentNo,
        LocalDateTime createdAt,
        @Nullable String channelCode) {

    static LoanOrderRow of(MasterOrder order) {
        LoanTerms terms = order.terms();
        return new LoanOrderRow(
                order.orderNo(),
                OrderNumbers.geneOf(order.orderNo()),
                order.borrowerNo(),
                order.productCode(),
                order.schemeCode(),
                terms.annualRate(),
                terms.method().name(),
                terms.rounding().name(),
                terms.penaltyDailyRate(),
                terms.penaltyGraceDays(),
                Json.write(terms.options()),
                order.amountFen(),
                order.installments(),
                order.status().code(),
                order.version(),
                order.startDate(),
                order.paymentNo(),
                UtcTime.of(order.createdAt()),
                order.channelCode());
    }

    MasterOrder toOrder() {
        return new MasterOrder(
                orderNo,
                borrowerNo,
                productCode,
                schemeCode,
                new LoanTerms(
                        annualRate,
                        PlanMethod.valueOf(method),
                        Rounding.valueOf(rounding),
                        penaltyDailyRate,
                        penaltyGraceDays,
                        Json.read(productSnapshot, LoanOptions.class)),
                amountFen,
                installments,
                MasterOrderStatus.of(status),
                version,
                startDate,
                paymentNo,
                UtcTime.inShanghai(createdAt),
                channelCode);
    }
}
