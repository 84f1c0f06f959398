package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A product that nobody has asked for yet: the providers hold it because a message told them. */
@ExtendWith(OnPlatform.class)
final class ConfigurationScenario {
    private static final String PRODUCT = "LOAN-PUBLISHED";

    private final Platform platform;

    ConfigurationScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_change_reaches_the_copies_of_the_other_providers_by_message() {
        platform.calls().twice("product", platform.services().channelCommands()::createProduct, product());
        awaitCopies(1);
        platform.calls()
                .twice(
                        "status",
                        platform.services().channelCommands()::changeProductStatus,
                        new ChangeProductStatusRequest("published-2", PRODUCT, ProductView.REPAY_ONLY, "tester"));
        awaitCopies(2);

        Borrowing borrower = platform.borrower();
        assertThat(platform.services()
                        .loans()
                        .submit(new SubmitLoanRequest(
                                platform.number("published"), borrower.borrowerNo(), PRODUCT, null, 100_000L, 3))
                        .code())
                .isEqualTo(ErrorCodes.PRODUCT_NOT_ON_SALE.code());
    }

    private void awaitCopies(long version) {
        for (String schema : List.of("loan", "fund_router")) {
            Await.until(
                    schema + " has version " + version,
                    Platform.ASYNC,
                    () -> copy(schema, "config_version").equals(Long.toString(version)));
            assertThat(copy(schema, "body")).contains("\"" + PRODUCT + "\"", "\"version\":" + version);
        }
    }

    private String copy(String schema, String column) {
        try (Connection connection = platform.database();
                PreparedStatement statement = connection.prepareStatement("SELECT " + column + " FROM " + schema
                        + ".configuration_copy WHERE kind = 'product' AND config_code = ?")) {
            statement.setString(1, PRODUCT);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private CreateProductRequest product() {
        ProductView like = platform.calls()
                .once("like", platform.services().channels()::findProduct, new CodeQuery("LOAN-OWNER-HEXINHOUSE-A"));
        return new CreateProductRequest(
                "published-1",
                new ProductView(
                        877,
                        PRODUCT,
                        "Told by message",
                        ProductView.ON_SALE,
                        like.method(),
                        like.annualRate(),
                        like.rounding(),
                        like.terms(),
                        like.minAmountFen(),
                        like.maxAmountFen(),
                        like.penaltyDailyRate(),
                        like.penaltyGraceDays(),
                        like.schemeCodes(),
                        like.options(),
                        1L),
                "tester");
    }
}
