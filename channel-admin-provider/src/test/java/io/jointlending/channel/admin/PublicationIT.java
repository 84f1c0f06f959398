package io.jointlending.channel.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.ChannelCommandService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.Fixture;
import io.jointlending.support.json.Json;
import io.jointlending.support.remote.Remote;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublicationIT {
    private static Fixture channel;

    @BeforeAll
    static void open() {
        channel = Fixture.open();
    }

    @AfterAll
    static void close() {
        channel.close();
    }

    @Test
    void a_change_and_its_message_are_one_transaction() {
        ChannelCommandService commands = channel.part(ChannelCommandService.class);
        String code = "LOAN-OWNER-HEXINHOUSE-B";
        ChangeProductStatusRequest request =
                new ChangeProductStatusRequest("pub-1", code, ProductView.REPAY_ONLY, "mia");
        assertThatThrownBy(() -> channel.database().transactions().inTransaction(() -> {
                    Remote.data(commands.changeProductStatus(request));
                    throw new IllegalStateException("the process dies before the commit");
                }))
                .hasMessageContaining("dies");
        assertThat(published(code)).isEmpty();
        assertThat(find(code).status()).isEqualTo(ProductView.ON_SALE);

        ProductView after = Remote.data(commands.changeProductStatus(request));
        assertThat(Remote.data(commands.changeProductStatus(request)))
                .as("repeated")
                .isEqualTo(after);
        assertThat(published(code)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(ConfigurationPublished.PRODUCT);
            assertThat(message.version()).isEqualTo(after.version()).isEqualTo(2);
            assertThat(Json.read(message.body(), ProductView.class))
                    .as("what is told is what is answered")
                    .isEqualTo(find(code));
        });
        assertThat(channel.database()
                        .texts("SELECT CONCAT(topic, ' ', msg_type) FROM mq_outbox WHERE msg_key ="
                                + " 'configuration-product-" + code + "-2'"))
                .containsExactly("channel-admin ConfigurationPublished");
    }

    @Test
    void a_new_version_of_a_fund_channel_is_told_whole() {
        FundChannelService channels = channel.part(FundChannelService.class);
        FundChannelView before = Remote.data(channels.findFundChannel(new CodeQuery("BANK-B")));
        FundChannelView wanted = new FundChannelView(
                "BANK-B",
                "PAUSED",
                before.openHours(),
                before.quotas(),
                before.windows(),
                before.hosts(),
                before.version());
        FundChannelView after = Remote.data(channels.putFundChannel(new PutFundChannelRequest("pub-2", wanted, "mia")));
        assertThat(published("BANK-B")).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(ConfigurationPublished.FUND_CHANNEL);
            assertThat(message.version()).isEqualTo(after.version()).isEqualTo(before.version() + 1);
            assertThat(Json.read(message.body(), FundChannelView.class))
                    .isEqualTo(Remote.data(channels.findFundChannel(new CodeQuery("BANK-B"))));
        });
    }

    private static ProductView find(String code) {
        return Remote.data(channel.part(ChannelQueryService.class).findProduct(new CodeQuery(code)));
    }

    private static List<ConfigurationPublished> published(String code) {
        return channel
                .database()
                .texts("SELECT CONVERT(body USING utf8mb4) FROM mq_outbox WHERE msg_type = 'ConfigurationPublished'"
                        + " ORDER BY id")
                .stream()
                .map(body -> Json.read(body, ConfigurationPublished.class))
                .filter(message -> message.code().equals(code))
                .toList();
    }
}
