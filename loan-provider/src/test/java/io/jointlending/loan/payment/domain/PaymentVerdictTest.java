package io.jointlending.loan.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.OrderExamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PaymentVerdictTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/payment/verdicts.csv", numLinesToSkip = 1)
    void judges_a_report_by_the_order(
            MasterOrderStatus status,
            @Nullable String orderPaymentNo,
            PaymentResult result,
            String paymentNo,
            long amountFen,
            PaymentVerdict verdict,
            String story) {
        MasterOrder order = OrderExamples.inState(status, orderPaymentNo, 100);
        PaymentReport report = new PaymentReport(order.orderNo(), paymentNo, result, amountFen);
        assertThat(PaymentVerdict.of(order, report)).as(story).isEqualTo(verdict);
    }
}
