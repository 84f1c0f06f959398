package io.jointlending.channel.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.ActionRule;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.approval.ApprovalListQuery;
import io.jointlending.api.approval.ApprovalView;
import io.jointlending.api.approval.CommandNoQuery;
import io.jointlending.api.approval.DecideRequest;
import io.jointlending.api.approval.DecisionView;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.iam.LoginRequest;
import io.jointlending.api.iam.PersonView;
import io.jointlending.api.message.ApprovalExecuted;
import io.jointlending.channel.Fixture;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.Person;
import io.jointlending.support.job.Slice;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.schema.SchemaScripts;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApprovalIT {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Person MAKER = person("mia", "channel:product:update", "channel:institution:update");
    private static final Person CHECKER = person("carl", "channel:product:approve", "channel:institution:approve");
    private static final Person BOTH = person("bob", "channel:product:update", "channel:product:approve");
    private static final Person ADMIN = person("ann", "iam:user:update", "iam:role:update");
    private static final Person ADMIN2 = person("ben", "iam:user:approve", "iam:role:approve");
    private static final Person CLOSER = person("cleo", "repayment:difference:close");
    private static final Person CLOSE_CHECKER = person("kim", "repayment:difference:approve");

    private static Fixture channel;

    @BeforeAll
    static void open() {
        channel = Fixture.open();
    }

    @AfterAll
    static void close() throws SQLException {
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "channel_admin");
        try (Connection connection = channel.database().open()) {
            assertThat(SchemaScripts.verify(connection, scripts).broken()).isEmpty();
        }
        channel.close();
    }

    @Test
    void what_is_approved_is_carried_out_audited_and_cannot_be_approved_again() {
        ApprovalView proposed = propose(MAKER, Actions.CREATE_INSTITUTION, institution("BANK-P1"));
        assertThat(proposed.status()).isEqualTo("PENDING");
        assertThat(proposed.baseVersion()).isZero();
        assertThat(count("institution", "institution_code = 'BANK-P1'")).isZero();

        DecisionView decided = approve(CHECKER, proposed);
        assertThat(decided.command().status()).isEqualTo("EXECUTED");
        assertThat(decided.command().checker()).isEqualTo("carl");
        assertThat(decided.command().result()).contains("BANK-P1");
        assertThat(count("institution", "institution_code = 'BANK-P1'")).isEqualTo(1);
        assertThat(count("audit_log", "target_code = 'BANK-P1' AND operator = 'mia' AND action = 'createInstitution'"))
                .isEqualTo(1);
        assertThat(channel.database()
                        .texts("SELECT CONCAT(operator, ' ', action) FROM audit_log WHERE target_kind = 'APPROVAL'"
                                + " AND target_code = '" + proposed.commandNo() + "' ORDER BY id"))
                .containsExactly("mia propose", "carl approve");
        refused("A0615", () -> approve(CHECKER, proposed));
    }

    @Test
    void a_maker_cannot_approve_or_reject_own_work_whatever_the_permissions() {
        ApprovalView proposed =
                propose(BOTH, Actions.CHANGE_PRODUCT_STATUS, status("LOAN-OWNER-HEXINHOUSE-A", "REPAY_ONLY"));
        refused("A0613", () -> approve(BOTH, proposed));
        refused("A0613", () -> reject(BOTH, proposed));
        assertThatThrownBy(() -> channel.database()
                        .execute("UPDATE admin_command SET status = 'APPROVED',"
                                + " checker = maker, decided_at = NOW() WHERE id = " + proposed.commandNo()))
                .as("not even in the database")
                .isInstanceOf(IllegalStateException.class);
        assertThat(reject(CHECKER, proposed).command().status()).isEqualTo("REJECTED");
    }

    @Test
    void a_role_that_may_only_approve_can_approve_and_one_that_may_only_propose_cannot() {
        refused("A0406", () -> propose(CHECKER, Actions.CREATE_INSTITUTION, institution("BANK-P2")));
        ApprovalView proposed = propose(MAKER, Actions.CREATE_INSTITUTION, institution("BANK-P2"));
        refused("A0406", () -> approve(person("mike", "channel:institution:update"), proposed));
        refused("A0406", () -> approve(person("max", "channel:product:approve"), proposed));
        Person ofChannel = new Person("cho", true, CHECKER.permissions(), Set.of("APP-MAIN"), false);
        refused("A0406", () -> approve(ofChannel, proposed));
        assertThat(approve(CHECKER, proposed).command().status()).isEqualTo("EXECUTED");
    }

    @Test
    void of_two_checkers_at_once_one_wins_and_the_change_happens_once() throws Exception {
        ApprovalView proposed = propose(MAKER, Actions.CREATE_INSTITUTION, institution("BANK-P3"));
        ExecutorService checkers = Executors.newFixedThreadPool(6);
        int won = 0;
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 12)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        Person checker = person("checker" + i, "channel:institution:approve");
                        try {
                            return i % 2 == 0
                                    ? approve(checker, proposed)
                                            .command()
                                            .status()
                                            .equals("EXECUTED")
                                    : !reject(checker, proposed)
                                            .command()
                                            .status()
                                            .isEmpty();
                        } catch (Refusal e) {
                            assertThat(e.code().code()).isEqualTo("A0615");
                            return false;
                        }
                    })
                    .toList();
            for (Future<Boolean> call : checkers.invokeAll(calls)) {
                won += call.get() ? 1 : 0;
            }
        } finally {
            checkers.shutdownNow();
        }
        assertThat(won).isEqualTo(1);
        String status = channel.database()
                .texts("SELECT status FROM admin_command WHERE id = " + proposed.commandNo())
                .get(0);
        assertThat(count("institution", "institution_code = 'BANK-P3'")).isEqualTo(status.equals("EXECUTED") ? 1 : 0);
    }

    @Test
    void a_target_that_changed_meanwhile_refuses_the_approval_and_leaves_it_pending() {
        String product = "LOAN-OWNER-HEXINHOUSE-B";
        ApprovalView first = propose(MAKER, Actions.CHANGE_PRODUCT_STATUS, status(product, "REPAY_ONLY"));
        ApprovalView second = propose(BOTH, Actions.CHANGE_PRODUCT_STATUS, status(product, "REPAY_ONLY"));
        assertThat(approve(CHECKER, first).command().status()).isEqualTo("EXECUTED");
        refused("A0614", () -> approve(CHECKER, second));
        assertThat(find(CHECKER, second).status()).isEqualTo("PENDING");
        refused(
                "A0614",
                () -> as(MAKER, () -> channel.approvals()
                        .propose(new ProposeRequest(
                                number(),
                                Actions.CHANGE_PRODUCT_STATUS,
                                status(product, "OFFLINE"),
                                1L,
                                "seen at 1"))));
    }

    @Test
    void the_status_of_an_institution_takes_two_persons_and_the_version_that_was_looked_at() {
        approve(CHECKER, propose(MAKER, Actions.CREATE_INSTITUTION, institution("BANK-P7")));
        String disable = "{\"institutionCode\":\"BANK-P7\",\"status\":\"DISABLED\"}";
        ApprovalView first = propose(MAKER, Actions.CHANGE_INSTITUTION_STATUS, disable);
        Person both = person("bruno", "channel:institution:update", "channel:institution:approve");
        ApprovalView second = propose(both, Actions.CHANGE_INSTITUTION_STATUS, disable);
        assertThat(first.baseVersion()).isEqualTo(1);
        refused("A0613", () -> approve(both, second));
        assertThat(approve(CHECKER, first).command().status()).isEqualTo("EXECUTED");
        assertThat(count("institution", "institution_code = 'BANK-P7' AND status = 'DISABLED' AND version = 2"))
                .isEqualTo(1);
        refused("A0614", () -> approve(CHECKER, second));
    }

    @Test
    void a_change_that_is_refused_leaves_its_proposal_pending_and_nothing_half_done() {
        ApprovalView proposed =
                propose(MAKER, Actions.CHANGE_PRODUCT_STATUS, status("LOAN-OWNER-HEXINHOUSE-C", "OFFLINE"));
        refused("A0530", () -> approve(CHECKER, proposed));
        assertThat(find(MAKER, proposed).status()).isEqualTo("PENDING");
        assertThat(find(MAKER, proposed).checker()).isNull();
        assertThat(withdraw(MAKER, proposed).command().status()).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_withdrawal_is_a_state_of_the_own_proposal_and_ends_it() {
        ApprovalView proposed = propose(MAKER, Actions.CREATE_INSTITUTION, institution("BANK-P4"));
        refused("A0406", () -> withdraw(CHECKER, proposed));
        assertThat(withdraw(MAKER, proposed).command().status()).isEqualTo("WITHDRAWN");
        refused("A0615", () -> approve(CHECKER, proposed));
        refused("A0615", () -> withdraw(MAKER, proposed));
        assertThat(count("admin_command", "id = " + proposed.commandNo())).isEqualTo(1);
    }

    @Test
    void after_seven_days_it_can_no_longer_be_approved_and_the_job_marks_it() {
        ApprovalView proposed = propose(MAKER, Actions.CREATE_INSTITUTION, institution("BANK-P5"));
        assertThat(proposed.expiresAt())
                .isBetween(
                        proposed.madeAt().plusDays(7).minusSeconds(5),
                        proposed.madeAt().plusDays(7).plusSeconds(5));
        channel.database()
                .execute("UPDATE admin_command SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = "
                        + proposed.commandNo());
        refused("A0615", () -> approve(CHECKER, proposed));
        channel.database().transactions().inTransaction(() -> channel.expiry()
                .step(new Slice(LocalDate.of(2026, 1, 1), 0, 1, "")));
        assertThat(find(MAKER, proposed).status()).isEqualTo("EXPIRED");
    }

    @Test
    void a_payload_is_read_strictly_and_who_acts_is_never_taken_from_it() {
        for (String payload : List.of(
                "[]",
                "nonsense",
                "{\"institution\":{\"institutionCode\":\"B\",\"name\":\"n\",\"kind\":\"EXTERNAL\",\"status\":\"ENABLED\"},\"password\":\"x\"}",
                "{\"operator\":\"carl\",\"institution\":{\"institutionCode\":\"B\",\"name\":\"n\",\"kind\":\"EXTERNAL\",\"status\":\"ENABLED\"}}",
                "{\"requestNo\":\"r\",\"institution\":{\"institutionCode\":\"B\",\"name\":\"n\",\"kind\":\"EXTERNAL\",\"status\":\"ENABLED\"}}",
                "{\"institution\":{\"institutionCode\":\"lower\",\"name\":\"n\",\"kind\":\"EXTERNAL\",\"status\":\"ENABLED\"}}",
                "{}")) {
            refused("A0400", () -> propose(MAKER, Actions.CREATE_INSTITUTION, payload));
        }
        refused("A0611", () -> propose(MAKER, "channel.nothing", "{}"));
    }

    @Test
    void no_payload_has_room_for_a_secret() {
        for (ActionRule rule : Actions.all()) {
            Class<?> payload = channel.changes().require(rule.action()).payloadType();
            assertThat(Arrays.stream(payload.getRecordComponents()).map(RecordComponent::getName))
                    .as("%s", payload)
                    .noneMatch(name -> name.matches("(?i).*(password|secret|token|key).*"));
        }
    }

    @Test
    void the_to_do_list_shows_what_others_proposed_and_the_caller_may_approve() {
        ApprovalView mine = propose(BOTH, Actions.CHANGE_PRODUCT_STATUS, status("LOAN-OWNER-HEXINHOUSE-D", "ON_SALE"));
        ApprovalView others =
                propose(MAKER, Actions.CHANGE_PRODUCT_STATUS, status("LOAN-OWNER-HEXINHOUSE-D", "OFFLINE"));
        ApprovalView notMine = propose(MAKER, Actions.CREATE_INSTITUTION, institution("BANK-P6"));
        List<Long> waiting =
                list(BOTH, "TO_DECIDE").stream().map(ApprovalView::commandNo).toList();
        assertThat(waiting).contains(others.commandNo()).doesNotContain(mine.commandNo(), notMine.commandNo());
        assertThat(list(BOTH, "MINE"))
                .extracting(ApprovalView::commandNo)
                .contains(mine.commandNo())
                .doesNotContain(others.commandNo());
        refused("A0406", () -> list(BOTH, "ALL"));
        assertThat(list(person("vera", "channel:approval:read"), "ALL"))
                .extracting(ApprovalView::commandNo)
                .contains(mine.commandNo(), others.commandNo(), notMine.commandNo());
        refused("A0406", () -> find(person("zed"), mine));
        for (ApprovalView one : List.of(mine, others, notMine)) {
            withdraw(one.maker().equals("bob") ? BOTH : MAKER, one);
        }
    }

    @Test
    void a_proposal_sent_twice_is_one_proposal() {
        ProposeRequest request =
                new ProposeRequest(number(), Actions.CREATE_INSTITUTION, institution("BANK-P7"), null, "why");
        ApprovalView first = data(as(MAKER, () -> channel.approvals().propose(request)));
        assertThat(data(as(MAKER, () -> channel.approvals().propose(request)))).isEqualTo(first);
        assertThat(data(as(MAKER, () -> channel.approvals()
                        .queryProposeByRequestNo(new RequestNoQuery(request.requestNo())))))
                .isEqualTo(first);
        withdraw(MAKER, first);
    }

    @Test
    void a_user_is_made_by_two_and_the_password_is_shown_once_and_stored_nowhere() {
        ApprovalView proposed = propose(
                ADMIN,
                Actions.CREATE_USER,
                "{\"loginName\":\"nora\",\"displayName\":\"Nora\",\"kind\":\"OPERATOR\",\"roles\":[\"VIEWER\"],\"channels\":[]}");
        String oneTime = Objects.requireNonNull(approve(ADMIN2, proposed).oneTimePassword());
        PersonView nora = channel.login()
                .run(new LoginRequest("nora", oneTime), "192.0.2.1")
                .person();
        assertThat(nora.mustChangePassword()).isTrue();
        for (String table : List.of("audit_log", "admin_command", "idempotent_command", "mq_outbox")) {
            assertThat(channel.dump(table)).as(table).doesNotContain(oneTime);
        }
        ApprovalView reset = propose(ADMIN, Actions.RESET_PASSWORD, "{\"loginName\":\"nora\"}");
        String next = Objects.requireNonNull(approve(ADMIN2, reset).oneTimePassword());
        refused("A0411", () -> channel.login().run(new LoginRequest("nora", oneTime), "192.0.2.2"));
        assertThat(channel.login()
                        .run(new LoginRequest("nora", next), "192.0.2.3")
                        .token())
                .isNotBlank();
    }

    @Test
    void roles_are_granted_by_two_and_the_sessions_of_before_end() {
        approve(
                ADMIN2,
                propose(
                        ADMIN,
                        Actions.CREATE_USER,
                        "{\"loginName\":\"nils\",\"displayName\":\"Nils\",\"kind\":\"CHANNEL_USER\",\"roles\":[],\"channels\":[\"APP-MAIN\"]}"));
        channel.database()
                .execute("INSERT INTO iam_session (token_hash, login_name, last_seen_at, expires_at) VALUES ('"
                        + "a".repeat(64) + "', 'nils', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 HOUR)");
        ApprovalView change = propose(
                ADMIN,
                Actions.CHANGE_USER,
                "{\"loginName\":\"nils\",\"status\":\"ENABLED\",\"roles\":[\"VIEWER\"],\"channels\":[\"PARTNER-A\"]}");
        approve(ADMIN2, change);
        assertThat(channel.database()
                        .texts("SELECT channel_code FROM iam_user_channel WHERE login_name = 'nils' AND granted = 1"))
                .containsExactly("PARTNER-A");
        assertThat(count("iam_session", "login_name = 'nils' AND revoked_at IS NULL"))
                .isZero();
        refused(
                "A0609",
                () -> propose(
                        ADMIN,
                        Actions.CHANGE_USER,
                        "{\"loginName\":\"nils\",\"status\":\"ENABLED\",\"roles\":[\"NOBODY\"],\"channels\":[\"PARTNER-A\"]}"));
        refused("A0608", () -> propose(ADMIN, Actions.RESET_PASSWORD, "{\"loginName\":\"nobody\"}"));
        refused(
                "A0400",
                () -> propose(
                        ADMIN,
                        Actions.CHANGE_USER,
                        "{\"loginName\":\"nils\",\"status\":\"ENABLED\",\"roles\":[],\"channels\":[]}"));
        approve(
                ADMIN2,
                propose(
                        ADMIN,
                        Actions.SAVE_ROLE,
                        "{\"roleCode\":\"NIGHT\",\"name\":\"Night shift\",\"permissions\":[\"ops:message:read\"]}"));
        refused(
                "A0609",
                () -> propose(
                        ADMIN,
                        Actions.SAVE_ROLE,
                        "{\"roleCode\":\"NIGHT\",\"name\":\"Night"
                                + " shift\",\"permissions\":[\"ops:message:everything\"]}"));
    }

    @Test
    void a_user_of_channels_that_do_not_exist_is_refused_when_proposed_by_code_and_name() {
        String user = "{\"loginName\":\"cora\",\"displayName\":\"Cora\",\"kind\":\"CHANNEL_USER\",\"roles\":[],"
                + "\"channels\":[\"APP-MAIN\",\"NO-SUCH\"]}";
        assertThatThrownBy(() -> propose(ADMIN, Actions.CREATE_USER, user))
                .hasMessageContaining("NO-SUCH")
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code().code()).isEqualTo("A0623");
                    assertThat(refusal.field()).isEqualTo("payload.channels");
                    assertThat(refusal.getMessage()).doesNotContain("APP-MAIN");
                });
        approve(ADMIN2, propose(ADMIN, Actions.CREATE_USER, user.replace("NO-SUCH", "PARTNER-A")));
        refused(
                "A0623",
                () -> propose(
                        ADMIN,
                        Actions.CHANGE_USER,
                        "{\"loginName\":\"cora\",\"status\":\"ENABLED\",\"roles\":[],\"channels\":[\"NO-SUCH\"]}"));
        assertThat(count("iam_user_channel", "channel_code = 'NO-SUCH'")).isZero();
    }

    @Test
    void what_another_provider_owns_is_sent_to_it_and_ends_by_its_answer() {
        ApprovalView proposed = propose(
                CLOSER,
                Actions.CLOSE_DIFFERENCE,
                "{\"differenceNo\":\"7\",\"reason\":\"ACCEPTED\",\"note\":\"borne by us\"}");
        assertThat(proposed.baseVersion()).isNull();
        assertThat(approve(CLOSE_CHECKER, proposed).command().status()).isEqualTo("APPROVED");
        String body = channel.database()
                .texts("SELECT CONVERT(body USING utf8mb4) FROM mq_outbox WHERE msg_key = 'approval-"
                        + proposed.commandNo() + "'")
                .get(0);
        assertThat(body)
                .contains("repayment-provider", "\\\"operator\\\":\\\"cleo\\\"", "approval-" + proposed.commandNo());
        channel.answer(new ApprovalExecuted(proposed.commandNo(), "A0584", "The difference is closed already."));
        assertThat(find(CLOSER, proposed).status()).isEqualTo("FAILED");
        assertThat(find(CLOSER, proposed).result()).isEqualTo("A0584 The difference is closed already.");
        channel.answer(new ApprovalExecuted(proposed.commandNo(), "00000", "{}"));
        assertThat(find(CLOSER, proposed).status())
                .as("an answer that comes again")
                .isEqualTo("FAILED");
    }

    @Test
    void the_second_person_that_a_request_names_is_whoever_approved_it() {
        Person maker = person("tess", "fund:task:update", "fund:task:approve");
        Person checker = person("theo", "fund:task:approve");
        String payload =
                "{\"taskNo\":\"T000000000042\",\"action\":\"FINISH\",\"outcome\":\"REJECTED\",\"reason\":\"fax\"}";
        refused("A0400", () -> propose(maker, Actions.INTERVENE_TASK, payload.replace("{", "{\"approver\":\"theo\",")));
        ApprovalView proposed = propose(maker, Actions.INTERVENE_TASK, payload);
        refused("A0613", () -> approve(maker, proposed));
        assertThat(approve(checker, proposed).command().status()).isEqualTo("APPROVED");
        assertThat(channel.database()
                        .texts("SELECT CONVERT(body USING utf8mb4) FROM mq_outbox WHERE msg_key = 'approval-"
                                + proposed.commandNo() + "'")
                        .get(0))
                .contains("fund-router-provider", "\\\"operator\\\":\\\"tess\\\"", "\\\"approver\\\":\\\"theo\\\"");
        channel.answer(new ApprovalExecuted(proposed.commandNo(), "00000", "{}"));
        assertThat(find(maker, proposed).status()).isEqualTo("EXECUTED");
    }

    @Test
    void a_waiver_names_the_ledger_it_was_decided_on_and_both_persons_are_those_of_the_sessions() {
        Person maker = person("wim", "repayment:adjustment:create", "repayment:adjustment:approve");
        Person checker = person("wanda", "repayment:adjustment:approve");
        String payload =
                "{\"orderNo\":\"2601150000000000010042\",\"amountFen\":500,\"fundedBy\":\"ALL\",\"reason\":\"goodwill\","
                        + "\"ledgerVersion\":3}";
        refused("A0400", () -> propose(maker, Actions.WAIVE, payload.replace(",\"ledgerVersion\":3", "")));
        refused("A0400", () -> propose(maker, Actions.WAIVE, payload.replace("500", "-500")));
        refused(
                "A0400",
                () -> propose(
                        maker,
                        Actions.WRITE_OFF,
                        "{\"orderNo\":\"2601150000000000010042\",\"reason\":\"gone\",\"operator\":\"wanda\",\"ledgerVersion\":3}"));
        refused("A0406", () -> propose(checker, Actions.WAIVE, payload));
        ApprovalView proposed = propose(maker, Actions.WAIVE, payload);
        assertThat(proposed.targetCode()).isEqualTo("2601150000000000010042");
        refused("A0613", () -> approve(maker, proposed));
        assertThat(approve(checker, proposed).command().status()).isEqualTo("APPROVED");
        assertThat(channel.database()
                        .texts("SELECT CONVERT(body USING utf8mb4) FROM mq_outbox WHERE msg_key = 'approval-"
                                + proposed.commandNo() + "'")
                        .get(0))
                .contains(
                        "repayment-provider",
                        "\\\"operator\\\":\\\"wim\\\"",
                        "\\\"approver\\\":\\\"wanda\\\"",
                        "\\\"ledgerVersion\\\":3");
    }

    @Test
    void a_fund_channel_is_set_by_two_persons_on_the_version_that_the_first_one_saw() {
        Person maker = person("fay", "channel:fundchannel:update");
        Person checker = person("finn", "channel:fundchannel:approve");
        String paused =
                "{\"channel\":{\"institutionCode\":\"BANK-A\",\"status\":\"PAUSED\",\"openHours\":[\"06:00-12:00\"],"
                        + "\"quotas\":[],\"windows\":[],\"hosts\":[\"bank-a.example\"],\"version\":1}}";
        ApprovalView first = propose(maker, Actions.PUT_FUND_CHANNEL, paused);
        ApprovalView second = propose(maker, Actions.PUT_FUND_CHANNEL, paused);
        assertThat(first.baseVersion()).isEqualTo(1);
        assertThat(approve(checker, first).command().status()).isEqualTo("EXECUTED");
        assertThat(count("fund_channel", "institution_code = 'BANK-A' AND status = 'PAUSED' AND version = 2"))
                .isEqualTo(1);
        refused("A0614", () -> approve(checker, second));
        withdraw(maker, second);
    }

    private static ApprovalView propose(Person maker, String action, String payload) {
        return data(as(maker, () -> channel.approvals()
                .propose(new ProposeRequest(number(), action, payload, null, "because"))));
    }

    private static DecisionView approve(Person checker, ApprovalView command) {
        return data(as(checker, () -> channel.approvals().approve(new DecideRequest(command.commandNo(), "fine"))));
    }

    private static DecisionView reject(Person checker, ApprovalView command) {
        return data(as(checker, () -> channel.approvals().reject(new DecideRequest(command.commandNo(), "no"))));
    }

    private static DecisionView withdraw(Person maker, ApprovalView command) {
        return data(as(maker, () -> channel.approvals().withdraw(new DecideRequest(command.commandNo(), "mistake"))));
    }

    private static ApprovalView find(Person person, ApprovalView command) {
        return data(as(person, () -> channel.approvals().findCommand(new CommandNoQuery(command.commandNo()))));
    }

    private static List<ApprovalView> list(Person person, String list) {
        return data(as(person, () -> channel.approvals().findCommands(new ApprovalListQuery(list, null, null, 200))))
                .commands();
    }

    private static String institution(String code) {
        return "{\"institution\":{\"institutionCode\":\"" + code
                + "\",\"name\":\"Proposed bank\",\"kind\":\"EXTERNAL\",\"status\":\"ENABLED\"}}";
    }

    private static String status(String product, String status) {
        return "{\"productCode\":\"" + product + "\",\"status\":\"" + status + "\"}";
    }

    private static String number() {
        return "a-" + NUMBERS.incrementAndGet();
    }

    private static Person person(String name, String... permissions) {
        return new Person(name, false, Set.of(permissions), Set.of(), false);
    }

    private static <T> T as(Person person, Supplier<T> work) {
        return CallContext.as(new Caller("console", List.of("*"), person, "0".repeat(64)), "192.0.2.9", work);
    }

    private static long count(String table, String where) {
        return channel.database().number("SELECT COUNT(*) FROM " + table + " WHERE " + where);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code().code()).isEqualTo(code));
    }

    private static <T> T data(RpcResult<T> result) {
        return Remote.data(result);
    }
}
