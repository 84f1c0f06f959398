package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.loan.memory.InMemoryBorrowers;
import io.jointlending.loan.memory.InMemoryCreditLines;
import io.jointlending.loan.memory.InMemoryCreditReturns;
import io.jointlending.loan.memory.InMemoryDiscrepancies;
import io.jointlending.loan.memory.InMemoryMasterOrders;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.messaging.OutboxOrderEvents;
import io.jointlending.loan.payment.domain.PaymentAnswer;
import io.jointlending.support.idempotency.InMemoryCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.tx.DirectTransactions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryLoanTest extends LoanContract {
    private final InMemoryMasterOrders orders = new InMemoryMasterOrders();
    private final InMemoryDiscrepancies discrepancies = new InMemoryDiscrepancies();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final LoanWorld world = new LoanWorld(
            new LoanWorld.Stores(
                    new InMemoryBorrowers(),
                    new InMemoryCreditLines(),
                    orders,
                    new InMemoryCreditReturns(),
                    discrepancies,
                    orders,
                    new OutboxOrderEvents(outbox.outbox())),
            new DirectTransactions(),
            InMemoryCommands.create(),
            OrderNumbers.inMemory());

    @Override
    LoanWorld world() {
        return world;
    }

    @Override
    List<MasterOrderActivated> told(String orderNo) {
        return outbox.bodies(MessageTypes.MASTER_ORDER_ACTIVATED, MasterOrderActivated.class).stream()
                .filter(message -> message.orderNo().equals(orderNo))
                .toList();
    }

    @Override
    List<String> discrepancies(String orderNo) {
        return discrepancies.all().stream()
                .filter(found -> found.order().orderNo().equals(orderNo))
                .map(found -> found.reason().name())
                .toList();
    }

    @Test
    void the_message_has_the_key_that_consumers_dedupe_by() {
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        world.report(orderNo, "P-1", "SUCCESS", AMOUNT);
        assertThat(outbox.keys()).containsExactly("activated-" + orderNo);
    }

    @Test
    void questions_without_a_result_become_seldom() {
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        for (int round = 0; round < 8; round++) {
            world.query(no -> new PaymentAnswer.Unknown("not yet"));
        }
        assertThat(orders.waits(orderNo))
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
