package io.jointlending.channel.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.FundWindowView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.api.channel.QuotaLimitView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FundChannelIT {
    private static final Path SCRIPTS =
            Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "channel_admin");
    private static final LocalDateTime HOLIDAY = LocalDateTime.of(2027, 2, 5, 22, 30);

    private static SchemaFixture database;
    private static FundChannelRpc channels;

    @BeforeAll
    static void open() throws SQLException {
        database = SchemaFixture.create("channel_admin");
        try (Connection connection = database.open()) {
            SchemaScripts.seed(connection, SCRIPTS);
        }
        IdempotentCommands idempotent = IdempotentCommands.stored(database.transactions(), database.session());
        FundChannels stored = new FundChannels(database.session());
        channels = new FundChannelRpc(
                stored,
                new PutFundChannel(
                        idempotent,
                        new Institutions(database.session()),
                        stored,
                        new AuditLog(database.session()),
                        new Publication(
                                new RecordedOutbox().outbox(),
                                ConfigurationCache.local(),
                                new ConfigurationRevision(database.session()))),
                idempotent);
    }

    @AfterAll
    static void close() throws SQLException {
        try (Connection connection = database.open()) {
            assertThat(SchemaScripts.verify(connection, SCRIPTS).broken()).isEmpty();
        }
        database.close();
    }

    @Test
    void a_change_is_a_new_version_that_says_everything_and_is_audited() {
        FundChannelView before = Remote.data(channels.findFundChannel(new CodeQuery("BANK-A")));
        assertThat(before.version()).isEqualTo(1);
        assertThat(before.quotas()).extracting(QuotaLimitView::dimension).containsExactly("BALANCE", "DAY", "TOTAL");
        FundChannelView wanted = new FundChannelView(
                "BANK-A",
                "PAUSED",
                List.of("06:00-12:00", "22:00-02:00"),
                List.of(new QuotaLimitView("DAY", 5_000_000L, 8000)),
                List.of(new FundWindowView(HOLIDAY, HOLIDAY.plusDays(8), "spring festival")),
                List.of("api.bank-a.example", "10.7.0.1"),
                1L);
        PutFundChannelRequest request = new PutFundChannelRequest("put-1", wanted, "anna");
        FundChannelView after = Remote.data(channels.putFundChannel(request));
        assertThat(after.version()).isEqualTo(2);
        assertThat(Remote.data(channels.findFundChannel(new CodeQuery("BANK-A"))))
                .isEqualTo(after)
                .isEqualTo(new FundChannelView(
                        "BANK-A", "PAUSED", wanted.openHours(), wanted.quotas(), wanted.windows(), wanted.hosts(), 2L));
        assertThat(Remote.data(channels.putFundChannel(request))).isEqualTo(after);
        assertThat(Remote.data(channels.queryPutFundChannelByRequestNo(new RequestNoQuery("put-1"))))
                .isEqualTo(after);
        assertThat(database.texts("SELECT CONCAT(action, ' ', operator, ' ', JSON_EXTRACT(before_state, '$.version'))"
                        + " FROM audit_log WHERE target_kind = 'FUND_CHANNEL' AND target_code = 'BANK-A'"))
                .containsExactly("putFundChannel anna 1");
        refused(new PutFundChannelRequest("put-2", wanted, "bert"), "A0538", "is of version 2, not 1");
    }

    @Test
    void the_first_version_replaces_version_0() {
        FundChannelView own = channel("SMALL-LOAN", List.of("00:00-24:00"), List.of(), List.of());
        assertThat(Remote.data(channels.putFundChannel(new PutFundChannelRequest("own-1", own, "anna")))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void what_nobody_can_mean_is_refused_with_its_field() {
        assertThatThrownBy(() -> channels.findFundChannel(new CodeQuery("BANK-X")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code().code()).isEqualTo("A0537"));
        refused(request("bad-1", channel("BANK-X", List.of("00:00-24:00"), List.of(), List.of())), "A0527", "");
        refused(
                request("bad-2", channel("BANK-B", List.of("06:00-06:00"), List.of(), List.of())),
                "A0400",
                "06:00-06:00 has no length");
        QuotaLimitView day = new QuotaLimitView("DAY", 1L, 9000);
        refused(
                request("bad-3", channel("BANK-B", List.of("00:00-24:00"), List.of(day, day), List.of())),
                "A0400",
                "two limits for DAY");
        refused(
                request(
                        "bad-4",
                        channel(
                                "BANK-B",
                                List.of("00:00-24:00"),
                                List.of(day),
                                List.of(new FundWindowView(HOLIDAY, HOLIDAY, "nothing")))),
                "A0400",
                "is not before");
    }

    private static FundChannelView channel(
            String institution, List<String> hours, List<QuotaLimitView> quotas, List<FundWindowView> windows) {
        return new FundChannelView(institution, "OPEN", hours, quotas, windows, List.of(), 0L);
    }

    private static PutFundChannelRequest request(String number, FundChannelView channel) {
        return new PutFundChannelRequest(number, channel, "anna");
    }

    private static void refused(PutFundChannelRequest request, String code, String message) {
        assertThatThrownBy(() -> channels.putFundChannel(request))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code().code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
