package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.ChangeChannelStatusRequest;
import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Configuration on its way: to the other providers by message, and from platform to platform as a file. */
@ExtendWith(OnPlatform.class)
final class ConfigurationScenario {
    private static final String PRODUCT = "LOAN-PUBLISHED";
    private static final ObjectMapper JSON = new ObjectMapper();

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

    @Test
    void orders_come_by_a_channel_that_is_enabled_and_by_no_other() {
        assertThat(submit("APP-MAIN").code()).isEqualTo(ErrorCodes.OK.code());
        assertThat(submit("PARTNER-A").code()).isEqualTo(ErrorCodes.CHANNEL_NOT_ENABLED.code());
        assertThat(submit("PARTNER-A").field()).isEqualTo("channelCode");
        assertThat(submit("PARTNER-Z").code()).isEqualTo(ErrorCodes.CHANNEL_NOT_FOUND.code());
        platform.calls()
                .twice(
                        "enable",
                        platform.services().consumer().service(AcquisitionChannelService.class)::changeChannelStatus,
                        new ChangeChannelStatusRequest(
                                platform.number("channel"), "PARTNER-A", ChannelView.ENABLED, "tester"));
        Await.until(
                "the channel is open", Platform.ASYNC, () -> submit("PARTNER-A").success());
        RpcResult<MasterOrderView> order = submit("PARTNER-A");
        assertThat(platform.calls()
                        .once(
                                "order",
                                platform.services().loans()::findOrder,
                                new OrderQuery(
                                        Objects.requireNonNull(order.data()).orderNo()))
                        .channelCode())
                .isEqualTo("PARTNER-A");
    }

    private RpcResult<MasterOrderView> submit(String channelCode) {
        return platform.services()
                .loans()
                .submit(new SubmitLoanRequest(
                        platform.number("by"),
                        platform.borrower().borrowerNo(),
                        "LOAN-OWNER-HEXINHOUSE-A",
                        null,
                        100_000L,
                        3,
                        channelCode));
    }

    /** By the script, as people do it. */
    @Test
    void a_file_is_compared_and_imported_once(@TempDir Path folder) throws IOException {
        Script script = new Script(platform, folder);
        String file = folder.resolve("configuration.json").toString();
        Script.Ran exported = script.run(Map.of(), "config", "export", file);
        assertThat(exported.exitCode()).as(exported.errors()).isZero();

        ObjectNode document = (ObjectNode) JSON.readTree(Path.of(file).toFile());
        ((ArrayNode) document.get("institutions"))
                .addObject()
                .put("institutionCode", "BANK-FILE")
                .put("name", "From a file")
                .put("kind", "EXTERNAL")
                .put("status", "ENABLED");
        JSON.writeValue(Path.of(file).toFile(), document);
        Script.Ran different = script.run(Map.of(), "config", "diff", file);
        assertThat(different.exitCode()).as(different.errors()).isEqualTo(5);
        assertThat(different.answer().path("ADD").asInt()).isEqualTo(1);
        assertThat(different.answer().at("/differences/0/code").asText()).isEqualTo("BANK-FILE");
        assertThat(different.errors()).contains("BANK-FILE");

        Script.Ran imported = script.run(Map.of(), "config", "import", file, "--direct", "tester");
        assertThat(imported.exitCode()).as(imported.errors()).isZero();
        assertThat(imported.answer().path("applied").asInt()).isEqualTo(1);
        assertThat(script.run(Map.of(), "config", "diff", file).exitCode()).isZero();
        Script.Ran again = script.run(Map.of(), "config", "import", file, "--direct", "tester");
        assertThat(again.exitCode()).isZero();
        assertThat(again.answer().path("applied").asInt()).as("nothing is left").isZero();

        document.put("formatVersion", 2);
        JSON.writeValue(Path.of(file).toFile(), document);
        assertThat(script.run(Map.of(), "config", "import", file, "--direct", "tester")
                        .exitCode())
                .isEqualTo(4);
    }

    private void awaitCopies(long version) {
        for (String schema : List.of("loan", "fund_router")) {
            Await.until(schema + " has version " + version, Platform.ASYNC, () -> copy(schema, "config_version")
                    .equals(Long.toString(version)));
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
