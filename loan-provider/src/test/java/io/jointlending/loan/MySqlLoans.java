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

/** Everything in one {@link LoanDatabase}, emptied first. */
final class MySqlLoans implements LoanSetting {
    static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final LoanDatabase database;
    private final LoanWorld world;

    MySqlLoans(LoanDatabase database) {
        this.database = database;
        database.empty();
        this.world = world(database, new OutboxOrderEvents(database.outbox()));
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

    @Override
    public LoanWorld world() {
        return world;
    }

    @Override
    public List<MasterOrderActivated> told(String orderNo) {
        return database
                .jdbc()
                .queryForList("SELECT body FROM mq_outbox WHERE msg_key = ?", byte[].class, "activated-" + orderNo)
                .stream()
                .map(body -> Json.read(body, MasterOrderActivated.class))
                .toList();
    }

    @Override
    public List<String> discrepancies(String orderNo) {
        return database.jdbc()
                .queryForList(
                        "SELECT reason FROM payment_discrepancy WHERE order_no = ? ORDER BY id", String.class, orderNo);
    }

    @Override
    public void dueNow() {
        database.jdbc().update("UPDATE loan_order SET next_query_at = NOW(3) WHERE status = 30");
    }
}
