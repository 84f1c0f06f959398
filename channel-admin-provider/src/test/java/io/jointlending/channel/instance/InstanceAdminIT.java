package io.jointlending.channel.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.InstanceActView;
import io.jointlending.api.ops.InstanceOfflineRequest;
import io.jointlending.api.ops.InstanceOnlineRequest;
import io.jointlending.api.ops.InstanceRegistrationView;
import io.jointlending.api.ops.InstanceView;
import io.jointlending.api.ops.InstancesQuery;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.instance.Instances.Registered;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.instance.InstanceNotice;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InstanceAdminIT {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 2, 12, 0);
    private static final String ZK = "127.0.0.1:2181";
    private static final String CONTRACT = "io.jointlending.api.loan.LoanService";

    private static SchemaFixture database;

    @BeforeAll
    static void open() {
        database = SchemaFixture.create("channel_admin");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void an_instance_is_seen_whether_it_is_registered_or_not_and_the_registry_decides_which() {
        List<InstanceView> found = Remote.data(admin(
                                instances(
                                        List.of(notice(1, "10.0.0.1:20881", NOON), notice(2, "10.0.0.2:20881", NOON)),
                                        registered("10.0.0.1:20881", true),
                                        registered("10.0.0.1:20881", false),
                                        // says nothing of itself, such as a provider of another release
                                        registered("10.0.0.3:20881", true)),
                                new ArrayList<>())
                        .findInstances(new InstancesQuery()))
                .instances();
        assertThat(found)
                .extracting(InstanceView::address, InstanceView::state, InstanceView::instance)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("10.0.0.1:20881", "ONLINE", "host:20881:1"),
                        org.assertj.core.groups.Tuple.tuple("10.0.0.2:20881", "OFFLINE", "host:20881:2"),
                        org.assertj.core.groups.Tuple.tuple("10.0.0.3:20881", "PARTIAL", null));
        assertThat(found.get(1).registrations())
                .containsExactly(
                        new InstanceRegistrationView(ZK, "INSTANCE", "loan-provider", false),
                        new InstanceRegistrationView(ZK, "INTERFACE", CONTRACT, false));
        assertThat(found.get(2).agent()).isFalse();
    }

    @Test
    void of_two_processes_that_claim_one_address_the_later_one_is_shown() {
        for (List<InstanceNotice> order : List.of(
                List.of(notice(1, "10.0.0.1:20881", NOON), notice(9, "10.0.0.1:20881", NOON.plusMinutes(1))),
                List.of(notice(9, "10.0.0.1:20881", NOON.plusMinutes(1)), notice(1, "10.0.0.1:20881", NOON)))) {
            assertThat(instances(order).views()).singleElement().satisfies(view -> {
                assertThat(view.instance()).isEqualTo("host:20881:9");
            });
        }
    }

    @Test
    void who_wanted_it_is_written_down_before_the_instance_is_asked_and_a_refusal_after_it() {
        List<String> asked = new ArrayList<>();
        InstanceAdminRpc admin = admin(instances(List.of(notice(1, "10.0.0.1:20881", NOON))), asked);
        InstanceOfflineRequest last =
                new InstanceOfflineRequest("loan-provider", "host:20881:1", false, "mary", "a new release");
        assertThat(admin.takeOffline(last).code()).isEqualTo(ErrorCodes.INSTANCE_GUARDED.code());
        assertThat(asked).containsExactly("1 rows before OFFLINE");
        InstanceOnlineRequest back = new InstanceOnlineRequest("loan-provider", "host:20881:1", "mary", "it works");
        assertThat(admin.bringOnline(back).success()).isTrue();
        assertThat(database.texts(
                        "SELECT CONCAT(operator, ' ', action, ' ', target_kind, ' ', target_code) FROM audit_log"
                                + " WHERE operator = 'mary' ORDER BY id"))
                .containsExactly(
                        "mary takeOffline INSTANCE 10.0.0.1:20881",
                        "mary takeOfflineRefused INSTANCE 10.0.0.1:20881",
                        "mary bringOnline INSTANCE 10.0.0.1:20881");
        assertThat(database.texts("SELECT after_state FROM audit_log WHERE action = 'takeOfflineRefused'"))
                .singleElement()
                .asString()
                .contains("A0632", "LoanService");
    }

    @Test
    void a_process_that_is_not_there_is_not_asked_and_not_audited() {
        List<String> asked = new ArrayList<>();
        InstanceAdminRpc admin = admin(instances(List.of(notice(1, "10.0.0.1:20881", NOON))), asked);
        for (InstanceOnlineRequest request : List.of(
                new InstanceOnlineRequest("loan-provider", "host:20881:2", "nina", "it works"),
                new InstanceOnlineRequest("fund-router-provider", "host:20881:1", "nina", "it works"))) {
            assertThatThrownBy(() -> admin.bringOnline(request)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCodes.INSTANCE_NOT_FOUND);
            });
        }
        assertThat(asked).isEmpty();
        assertThat(database.number("SELECT COUNT(*) FROM audit_log WHERE operator = 'nina'"))
                .isZero();
    }

    /** Over these instances, whose agent refuses to go and agrees to come back. */
    private static InstanceAdminRpc admin(Instances instances, List<String> asked) {
        return new InstanceAdminRpc(
                () -> instances,
                (instance, command) -> command.apply(new Guarded(asked)),
                new AuditLog(database.session()),
                database.transactions());
    }

    private static Instances instances(List<InstanceNotice> notices, Registered... registered) {
        return new Instances(Set.of(ZK), notices, List.of(registered));
    }

    private static InstanceNotice notice(int pid, String address, LocalDateTime startedAt) {
        return new InstanceNotice(
                "loan-provider", "host:20881:" + pid, address, startedAt, true, List.of(CONTRACT), null);
    }

    private static Registered registered(String address, boolean contract) {
        return contract
                ? new Registered(ZK, Instances.INTERFACE, "loan-provider", address, CONTRACT)
                : new Registered(ZK, Instances.INSTANCE, "loan-provider", address, "loan-provider");
    }

    private record Guarded(List<String> asked) implements io.jointlending.api.ops.InstanceService {
        @Override
        public RpcResult<InstanceActView> offline(InstanceOfflineRequest request) {
            asked.add(database.number("SELECT COUNT(*) FROM audit_log WHERE operator = '" + request.operator() + "'")
                    + " rows before OFFLINE");
            return RpcResult.refused(ErrorCodes.INSTANCE_GUARDED, "nothing would be left of " + CONTRACT, "force");
        }

        @Override
        public RpcResult<InstanceActView> online(InstanceOnlineRequest request) {
            return RpcResult.ok(
                    new InstanceActView("ONLINE", request.operator(), request.reason(), false, NOON, true, null, null));
        }
    }
}
