package io.jointlending.repayment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.repayment.StoredRepayments;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.memory.RepaymentWorld;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same tables as {@link RuleCasesTest}, on a real database; after each case its check scripts find nothing. */
class RuleCasesIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final List<String> TABLES = List.of(
            "ledger",
            "ledger_installment",
            "sub_ledger",
            "sub_installment",
            "ledger_event",
            "ledger_event_line",
            "split_line",
            "suspense_account",
            "suspense_entry",
            "suspense_refund");

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    static List<Arguments> cases() throws IOException {
        return RuleCasesTest.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_rule_holds_with_its_numbers(String name, String steps) {
        new RuleScript(new StoredBooks()).run(steps);
        assertThat(DATABASE.brokenRules()).as(name).isEmpty();
    }

    /** Books in tables. */
    private static final class StoredBooks implements RuleBooks {
        private final RepaymentWorld world = StoredRepayments.on(DATABASE);

        @Override
        public RepaymentWorld world() {
            return world;
        }

        @Override
        public List<Object> everything(String orderNo) {
            List<Object> rows = new ArrayList<>();
            TABLES.forEach(table -> rows.add(DATABASE.jdbc()
                    .queryForList("SELECT * FROM " + table + " ORDER BY 1, 2, 3, 4")
                    .toString()));
            rows.add(keys());
            return rows;
        }

        @Override
        public List<Event> events(String orderNo) {
            return DATABASE.jdbc()
                    .query(
                            "SELECT sequence_no, repayment_no, value_date, booking_date FROM ledger_event WHERE order_no = ?",
                            (row, number) -> new Event(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class)),
                            orderNo);
        }

        @Override
        public List<String> keys() {
            return DATABASE.jdbc().queryForList("SELECT msg_key FROM mq_outbox", String.class);
        }

        @Override
        public long returnablePrincipalFen(String orderNo) {
            return Objects.requireNonNull(DATABASE.jdbc()
                    .queryForObject(
                            "SELECT returnable_principal_fen FROM ledger WHERE order_no = ?", Long.class, orderNo));
        }
    }
}
