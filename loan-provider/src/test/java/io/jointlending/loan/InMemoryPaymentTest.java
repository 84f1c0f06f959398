package io.jointlending.loan;

import static io.jointlending.loan.LoanSetting.AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.support.payment.PaymentAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryPaymentTest extends PaymentContract {
    private final InMemoryLoans setting = new InMemoryLoans();

    @Override
    LoanSetting setting() {
        return setting;
    }

    @Test
    void the_message_has_the_key_that_consumers_dedupe_by() {
        LoanWorld world = setting.world();
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        world.report(orderNo, "P-1", "SUCCESS", AMOUNT);
        assertThat(setting.outbox().keys()).containsExactly("activated-" + orderNo);
    }

    @Test
    void questions_without_a_result_become_seldom() {
        LoanWorld world = setting.world();
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        for (int round = 0; round < 8; round++) {
            world.query(no -> new PaymentAnswer.Unknown("not yet"));
        }
        assertThat(setting.orders().waits(orderNo))
                .containsExactly(
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(60));
    }
}
