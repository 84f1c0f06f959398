package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.system.client.Borrowing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A password, a token and the facts of a person go through the whole platform and stay nowhere in the clear. */
@ExtendWith(OnPlatform.class)
final class SecretsScenario {
    private static final String WRONG = "quite-a-wrong-guess-77";

    private final Platform platform;

    SecretsScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void no_log_and_no_row_has_a_password_a_token_or_the_facts_of_a_person() throws Exception {
        Borrowing loan = platform.borrower();
        IdentityFacts facts = loan.identity();
        loan.activate(500_000);
        String orderNo = loan.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", 100_000, 3)
                .orderNo();
        loan.loanOut(orderNo);
        loan.paid(orderNo, 100_000);
        platform.awaitSubOrders(orderNo);
        String token = platform.console().person("selma", "VIEWER");
        assertThat(platform.console()
                        .send("POST", "/login", null, "{\"loginName\":\"selma\",\"password\":\"" + WRONG + "\"}")
                        .body())
                .contains("A0411");

        List<String> secrets = List.of(
                Console.PASSWORD, WRONG, token, facts.name(), facts.idNumber(), facts.mobile(), facts.cardNumber());
        for (Provider provider : Provider.values()) {
            String log = platform.provider(provider).console();
            assertThat(log).as("%s logs", provider).isNotBlank();
            assertThat(secrets).as("log of %s", provider).noneMatch(log::contains);
        }
        try (Connection connection = platform.database()) {
            assertThat(rowsWith(connection, List.of(orderNo)))
                    .as("a search that finds nothing would prove nothing")
                    .contains("loan.mq_outbox", "loan.idempotent_command", "repayment.ledger");
            assertThat(rowsWith(connection, secrets)).isEmpty();
        }
    }

    /** Tables with a row that has one of these texts in any column of text or bytes. */
    private static List<String> rowsWith(Connection connection, List<String> texts) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : textColumns(connection).entrySet()) {
            String row = table.getValue().stream()
                    .map(column -> "COALESCE(CAST(`" + column + "` AS BINARY), '')")
                    .collect(Collectors.joining(", ' ', ", "CONCAT(", ", '')"));
            String any = texts.stream()
                    .map(text -> "LOCATE(CAST('" + text + "' AS BINARY), " + row + ") > 0")
                    .collect(Collectors.joining(" OR "));
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT COUNT(*) FROM " + table.getKey() + " WHERE " + any)) {
                if (rows.next() && rows.getLong(1) > 0) {
                    found.add(table.getKey());
                }
            }
        }
        return found;
    }

    private static Map<String, List<String>> textColumns(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CONCAT(table_schema, '.', table_name), column_name FROM information_schema.columns"
                                + " WHERE table_schema IN ('loan', 'fund_router', 'repayment', 'channel_admin')"
                                + " AND data_type IN ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'blob',"
                                + " 'mediumblob', 'longblob', 'varbinary', 'binary') ORDER BY 1, 2")) {
            List<List<String>> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(List.of(rows.getString(1), rows.getString(2)));
            }
            return columns.stream()
                    .collect(Collectors.groupingBy(
                            column -> column.get(0),
                            java.util.TreeMap::new,
                            Collectors.mapping(column -> column.get(1), Collectors.toList())));
        }
    }
}
