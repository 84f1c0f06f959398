package io.jointlending.loan.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.loan.SandboxPaymentRequest;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.OrderExamples;
import io.jointlending.loan.order.persistence.MyBatisMasterOrders;
import io.jointlending.support.payment.PaymentAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxPaymentGatewayIT {
    private static final LoanDatabase DATABASE = new LoanDatabase();

    private final SandboxPaymentGateway sandbox = new SandboxPaymentGateway(DATABASE.session());
    private final SandboxPaymentRpc rpc = new SandboxPaymentRpc(sandbox);
    private final MasterOrder order = OrderExamples.submitted(100_000);

    @BeforeEach
    void submit() {
        new MyBatisMasterOrders(DATABASE.session()).add(order, "R-1");
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void does_not_know_without_a_setting() {
        assertThat(sandbox.query(order.orderNo())).isInstanceOf(PaymentAnswer.Unknown.class);
    }

    @Test
    void answers_as_it_was_told_last() {
        set("SUCCESS", 0);
        assertThat(sandbox.query(order.orderNo())).isEqualTo(paid());
        set("FAILED", 0);
        assertThat(sandbox.query(order.orderNo()))
                .isEqualTo(new PaymentAnswer.Refused("SANDBOX-" + order.orderNo(), "sandbox: failed"));
        set("LOST", 0);
        assertThat(sandbox.query(order.orderNo())).isEqualTo(new PaymentAnswer.Unknown("sandbox: no answer"));
        set("UNKNOWN", 0);
        assertThat(sandbox.query(order.orderNo())).isInstanceOf(PaymentAnswer.Unknown.class);
    }

    @Test
    void a_late_result_comes_after_so_many_questions() {
        set("SUCCESS", 2);
        assertThat(sandbox.query(order.orderNo())).isEqualTo(new PaymentAnswer.Unknown("sandbox: not yet"));
        assertThat(sandbox.query(order.orderNo())).isEqualTo(new PaymentAnswer.Unknown("sandbox: not yet"));
        assertThat(sandbox.query(order.orderNo())).isEqualTo(paid());
    }

    private void set(String answer, int unknownTimes) {
        SandboxPaymentRequest request = new SandboxPaymentRequest(order.orderNo(), answer, unknownTimes);
        assertThat(rpc.setAnswer(request).data()).isEqualTo(request);
    }

    private PaymentAnswer paid() {
        return new PaymentAnswer.Done("SANDBOX-" + order.orderNo(), order.amountFen());
    }
}
