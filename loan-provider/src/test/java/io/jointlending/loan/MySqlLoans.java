package io.jointlending.loan;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.loan.borrower.persistence.MyBatisBorrowers;
import io.jointlending.loan.borrower.persistence.MyBatisCreditLines;
import io.jointlending.loan.borrower.persistence.PersonalDataCipher;
import io.jointlending.loan.borrower.persistence.PersonalDataKeys;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.domain.OrderEvents;
import io.jointlending.loan.order.messaging.OutboxOrderEvents;
import io.jointlending.loan.order.persistence.MyBatisCreditReturns;
import io.jointlending.loan.order.persistence.MyBatisMasterOrders;
import io.jointlending.loan.payment.persistence.MyBatisDiscrepancies;
import io.jointlending.loan.payment.persistence.MyBatisDueQueries;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.json.Json;
import io.jointlending.support.order.OrderNumbers;
import java.util.Base64;
import java.util.List;

/** The world of {@link LoanWorld} over one {@link LoanDatabase}. */
final class MySqlLoans {
    static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private MySqlLoans() {}

    static LoanWorld world(LoanDatabase database) {
        return world(database, new OutboxOrderEvents(database.outbox()));
    }

    static LoanWorld world(LoanDatabase database, OrderEvents events) {
        PersonalDataCipher cipher = new PersonalDataCipher(PersonalDataKeys.parse("k1", "k1:" + KEY, KEY));
        return new LoanWorld(
                new LoanWorld.Stores(
                        new MyBatisBorrowers(database.session(), cipher),
                        new MyBatisCreditLines(database.session()),
                        new MyBatisMasterOrders(database.session()),
                        new MyBatisCreditReturns(database.session()),
                        new MyBatisDiscrepancies(database.session()),
                        new MyBatisDueQueries(database.session()),
                        events),
                database.transactions(),
                IdempotentCommands.stored(database.transactions(), database.session()),
                OrderNumbers.stored(database.transactions(), database.session()));
    }

    static List<MasterOrderActivated> told(LoanDatabase database, String orderNo) {
        return database
                .jdbc()
                .queryForList("SELECT body FROM mq_outbox WHERE msg_key = ?", byte[].class, "activated-" + orderNo)
                .stream()
                .map(body -> Json.read(body, MasterOrderActivated.class))
                .toList();
    }
}
