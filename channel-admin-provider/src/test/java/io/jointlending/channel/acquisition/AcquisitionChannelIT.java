package io.jointlending.channel.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.approval.ApprovalView;
import io.jointlending.api.approval.DecideRequest;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.ApplyForChannelRequest;
import io.jointlending.api.channel.ChangeChannelStatusRequest;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.channel.FindChannelQuery;
import io.jointlending.api.channel.ListChannelsQuery;
import io.jointlending.api.channel.ReviewChannelRequest;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.Fixture;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.Person;
import io.jointlending.support.json.Json;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.schema.SchemaScripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AcquisitionChannelIT {
    private static Fixture provider;
    private static AcquisitionChannelService channels;

    @BeforeAll
    static void open() {
        provider = Fixture.open();
        channels = provider.part(AcquisitionChannelService.class);
    }

    @AfterAll
    static void close() throws SQLException {
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "channel_admin");
        try (Connection connection = provider.database().open()) {
            assertThat(SchemaScripts.verify(connection, scripts).broken()).isEmpty();
        }
        provider.close();
    }

    @Test
    void a_channel_is_applied_for_reviewed_by_another_and_enabled_with_audit_and_messages() {
        ChannelView applied = apply("a-1", "CH-A", "mia");
        assertThat(applied.status()).isEqualTo(ChannelView.APPLIED);
        assertThat(apply("a-1", "CH-A", "mia")).as("repeated").isEqualTo(applied);
        refused("A0528", () -> apply("a-2", "CH-A", "max"));
        refused("A0625", () -> change("c-0", "CH-A", ChannelView.ENABLED));
        refused("A0555", () -> review("r-1", "CH-A", ChannelView.REVIEWED, "mia"));

        ChannelView reviewed = review("r-2", "CH-A", ChannelView.REVIEWED, "carl");
        assertThat(reviewed.reviewer()).isEqualTo("carl");
        assertThat(reviewed.reviewNote()).isEqualTo("looked at");
        refused("A0625", () -> review("r-3", "CH-A", ChannelView.REJECTED, "cleo"));
        ChannelView enabled = change("c-1", "CH-A", ChannelView.ENABLED);
        assertThat(enabled.version()).isEqualTo(3);
        assertThat(Remote.data(channels.findChannel(new FindChannelQuery("CH-A"))))
                .isEqualTo(enabled);
        assertThat(Remote.data(channels.queryChangeChannelStatusByRequestNo(new RequestNoQuery("c-1"))))
                .isEqualTo(enabled);

        assertThat(provider.database()
                        .texts("SELECT CONCAT(operator, ' ', action, ' ', request_no) FROM audit_log"
                                + " WHERE target_kind = 'CHANNEL' AND target_code = 'CH-A' ORDER BY id"))
                .containsExactly("mia applyForChannel a-1", "carl reviewChannel r-2", "piet changeChannelStatus c-1");
        assertThat(provider
                        .database()
                        .texts("SELECT CONVERT(body USING utf8mb4) FROM mq_outbox"
                                + " WHERE msg_key LIKE 'configuration-channel-CH-A-%' ORDER BY id")
                        .stream()
                        .map(body -> Json.read(body, ConfigurationPublished.class))
                        .map(message -> Json.read(message.body(), ChannelView.class)))
                .containsExactly(applied, reviewed, enabled);
    }

    @Test
    void what_was_rejected_or_closed_stays_so() {
        apply("a-3", "CH-R", "mia");
        assertThat(review("r-4", "CH-R", ChannelView.REJECTED, "carl").status()).isEqualTo(ChannelView.REJECTED);
        refused("A0625", () -> change("c-2", "CH-R", ChannelView.ENABLED));
        apply("a-4", "CH-C", "mia");
        review("r-5", "CH-C", ChannelView.REVIEWED, "carl");
        change("c-3", "CH-C", ChannelView.CLOSED);
        refused("A0625", () -> change("c-4", "CH-C", ChannelView.ENABLED));
        refused("A0623", () -> change("c-5", "CH-NONE", ChannelView.ENABLED));
        refused("A0623", () -> channels.findChannel(new FindChannelQuery("CH-NONE")));
    }

    @Test
    void a_channel_is_enabled_by_two_persons_and_a_proposal_that_cannot_be_is_refused() {
        apply("a-5", "CH-P", "mia");
        Person maker = person("mia", "channel:channel:update");
        Person checker = person("carl", "channel:channel:approve");
        String payload = "{\"channelCode\":\"CH-P\",\"status\":\"ENABLED\"}";
        refused("A0625", () -> propose(maker, "p-1", payload));
        review("r-6", "CH-P", ChannelView.REVIEWED, "carl");
        refused("A0406", () -> propose(checker, "p-2", payload));
        ApprovalView proposed = propose(maker, "p-3", payload);
        assertThat(proposed.baseVersion()).isEqualTo(2);
        assertThat(Remote.data(as(checker, () -> provider.approvals()
                                .approve(new DecideRequest(proposed.commandNo(), "fine"))))
                        .command()
                        .status())
                .isEqualTo("EXECUTED");
        assertThat(Remote.data(channels.findChannel(new FindChannelQuery("CH-P")))
                        .status())
                .isEqualTo(ChannelView.ENABLED);
    }

    @Test
    void of_reviewers_at_once_one_wins() throws Exception {
        apply("a-6", "CH-M", "mia");
        ExecutorService reviewers = Executors.newFixedThreadPool(6);
        int won = 0;
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 12)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            review(
                                    "r-m-" + i,
                                    "CH-M",
                                    i % 2 == 0 ? ChannelView.REVIEWED : ChannelView.REJECTED,
                                    "reviewer-" + i);
                            return true;
                        } catch (Refusal refusal) {
                            assertThat(refusal.code().code()).isEqualTo("A0625");
                            return false;
                        }
                    })
                    .toList();
            for (Future<Boolean> one : reviewers.invokeAll(calls)) {
                won += one.get() ? 1 : 0;
            }
        } finally {
            reviewers.shutdownNow();
        }
        assertThat(won).isEqualTo(1);
        assertThat(
                        provider.database()
                                .number(
                                        "SELECT COUNT(*) FROM audit_log WHERE target_code = 'CH-M' AND action = 'reviewChannel'"))
                .isEqualTo(1);
    }

    @Test
    void channels_are_listed_by_code_page_by_page_and_by_state() {
        for (int i = 1; i <= 5; i++) {
            apply("a-l-" + i, "LIST-" + i, "mia");
        }
        assertThat(codes(ChannelView.APPLIED, "LIST-", 3)).containsExactly("LIST-1", "LIST-2", "LIST-3");
        assertThat(codes(ChannelView.APPLIED, "LIST-3", 3)).startsWith("LIST-4", "LIST-5");
        assertThat(codes(ChannelView.ENABLED, null, 200)).contains("APP-MAIN").doesNotContain("LIST-1", "PARTNER-A");
        assertThat(codes(null, null, 200))
                .contains("APP-MAIN", "LIST-1", "PARTNER-A")
                .isSorted();
    }

    private static List<String> codes(@Nullable String status, @Nullable String after, int size) {
        return Remote.data(channels.listChannels(new ListChannelsQuery(status, after, size))).channels().stream()
                .map(ChannelView::channelCode)
                .toList();
    }

    private static ChannelView apply(String requestNo, String code, String operator) {
        return Remote.data(channels.applyForChannel(
                new ApplyForChannelRequest(requestNo, code, "Channel " + code, ChannelView.PARTNER, operator)));
    }

    private static ChannelView review(String requestNo, String code, String decision, String operator) {
        return Remote.data(
                channels.reviewChannel(new ReviewChannelRequest(requestNo, code, decision, "looked at", operator)));
    }

    private static ChannelView change(String requestNo, String code, String status) {
        return Remote.data(
                channels.changeChannelStatus(new ChangeChannelStatusRequest(requestNo, code, status, "piet")));
    }

    private static ApprovalView propose(Person maker, String requestNo, String payload) {
        return Remote.data(as(maker, () -> provider.approvals()
                .propose(new ProposeRequest(requestNo, Actions.CHANGE_CHANNEL_STATUS, payload, null, "it begins"))));
    }

    private static Person person(String name, String... permissions) {
        return new Person(name, false, Set.of(permissions), Set.of(), false);
    }

    private static <T> T as(Person person, Supplier<T> work) {
        return CallContext.as(new Caller("console", List.of("*"), person, "0".repeat(64)), "192.0.2.9", work);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code().code()).isEqualTo(code));
    }
}
