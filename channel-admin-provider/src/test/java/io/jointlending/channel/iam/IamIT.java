package io.jointlending.channel.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.iam.ChangePasswordRequest;
import io.jointlending.api.iam.LoginRequest;
import io.jointlending.api.iam.PersonView;
import io.jointlending.api.iam.SelfRequest;
import io.jointlending.api.iam.SessionQuery;
import io.jointlending.api.iam.SessionView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.Person;
import io.jointlending.support.identity.SessionCache;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.wiring.SchemaFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

class IamIT {
    private static final int ROUNDS = 10_000;
    private static final String PASSWORD = "correct horse 4 battery";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static SchemaFixture database;
    private static Passwords passwords;
    private static Users users;
    private static LoginGuard guard;
    private static StoredSessions sessions;
    private static Login login;
    private static FindPerson findPerson;
    private static IamAuthRpc rpc;

    @BeforeAll
    static void open() {
        database = SchemaFixture.create("channel_admin");
        passwords = new Passwords(ROUNDS);
        users = new Users(database.session());
        guard = new LoginGuard(database.transactions(), database.session());
        sessions = new StoredSessions(database.session(), ConfigurationCache.local());
        AuditLog audit = new AuditLog(database.session());
        login = login(passwords);
        findPerson = new FindPerson(users, sessions);
        rpc = new IamAuthRpc(
                login,
                new ChangePassword(
                        database.transactions(), new Proof(passwords, guard, users), passwords, users, sessions, audit),
                findPerson,
                sessions,
                audit,
                database.transactions());
    }

    private static Login login(Passwords of) {
        return new Login(
                new Proof(of, guard, users),
                of,
                users,
                sessions,
                new AuditLog(database.session()),
                database.transactions());
    }

    @AfterAll
    static void close() {
        assertThat(database.texts("SELECT broken FROM (SELECT login_name AS broken FROM iam_user"
                        + " WHERE (must_change = 1) <> (password_until IS NOT NULL)) x"))
                .isEmpty();
        database.close();
    }

    @Test
    void a_login_opens_a_session_whose_token_is_stored_nowhere() {
        user("olga", "VIEWER");
        SessionView session = login("olga", PASSWORD, address());
        assertThat(session.person().permissions()).contains("loan:order:read").doesNotContain("iam:user:update");
        assertThat(session.toString()).doesNotContain(session.token());
        assertThat(database.texts("SELECT token_hash FROM iam_session WHERE login_name = 'olga'"))
                .containsExactly(SessionCache.hash(session.token()));
        assertThat(findPerson.run(SessionCache.hash(session.token()))).isEqualTo(session.person());
        for (String table : List.of("audit_log", "iam_session", "iam_user", "iam_login_guard")) {
            assertThat(dump(table)).doesNotContain(session.token()).doesNotContain(PASSWORD);
        }
    }

    @Test
    void whatever_is_wrong_the_answer_is_the_same() {
        user("omar", "VIEWER");
        user("gone", "VIEWER");
        database.execute("UPDATE iam_user SET status = 'DISABLED' WHERE login_name = 'gone'");
        user("late", "VIEWER");
        database.execute("UPDATE iam_user SET must_change = 1, password_until = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR"
                + " WHERE login_name = 'late'");
        List<String> answers = new ArrayList<>();
        for (String name : List.of("omar", "nobody", "gone", "late")) {
            String password = name.equals("omar") ? "wrong password 1" : PASSWORD;
            assertThatThrownBy(() -> login(name, password, address()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    answers.add(refusal.code() + "|" + refusal.getMessage() + "|" + refusal.field()));
        }
        assertThat(answers).hasSize(4);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(answers.get(0)).contains("A0411");
    }

    @Test
    void a_name_that_nobody_has_takes_as_long_as_one_that_somebody_has() {
        Passwords slow = new Passwords(4 * ROUNDS);
        Login slowLogin = login(slow);
        users.add("otis", "Otis", PersonView.OPERATOR, slow.hash(PASSWORD));
        long known = fastest(() -> refusedLogin(slowLogin, "otis"));
        database.execute("UPDATE iam_login_guard SET failures = 0, locked_until = NULL");
        long unknown = fastest(() -> refusedLogin(slowLogin, "nobody-" + ADDRESSES.incrementAndGet()));
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void five_failures_lock_the_name_even_for_the_right_password_and_from_everywhere() {
        user("oscar", "VIEWER");
        for (int i = 0; i < 5; i++) {
            refused("A0411", () -> login("oscar", "wrong password 1", address()));
        }
        refused("A0411", () -> login("oscar", PASSWORD, address()));
        assertThat(lockMinutes("USER", "oscar")).isBetween(14L, 15L);
        endLocks();
        assertThat(login("oscar", PASSWORD, address()).person().loginName()).isEqualTo("oscar");
    }

    @Test
    void four_failures_and_a_success_begin_a_new_count() {
        user("olaf", "VIEWER");
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                refused("A0411", () -> login("olaf", "wrong password 1", address()));
            }
            assertThat(login("olaf", PASSWORD, address()).token()).isNotBlank();
        }
    }

    @Test
    void five_failures_lock_the_address_whatever_the_names_and_a_success_in_between_does_not_help() {
        user("own", "VIEWER");
        user("other", "VIEWER");
        String address = address();
        for (int i = 0; i < 5; i++) {
            String name = "victim-" + i;
            refused("A0411", () -> login(name, "wrong password 1", address));
            if (i == 2) {
                assertThat(login("own", PASSWORD, address).token()).isNotBlank();
            }
        }
        refused("A0411", () -> login("other", PASSWORD, address));
        assertThat(login("other", PASSWORD, address()).token()).isNotBlank();
    }

    @Test
    void guesses_side_by_side_count_one_by_one() throws Exception {
        user("onyx", "VIEWER");
        ExecutorService guessers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> guesses = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> guard.begin("onyx", address()))
                    .toList();
            int let = 0;
            for (Future<Boolean> guess : guessers.invokeAll(guesses)) {
                let += guess.get() ? 1 : 0;
            }
            assertThat(let).isEqualTo(5);
        } finally {
            guessers.shutdownNow();
        }
    }

    @Test
    void a_session_ends_after_half_an_hour_of_quiet_and_after_twelve_hours_in_any_case() {
        user("otto", "VIEWER");
        String quiet = SessionCache.hash(login("otto", PASSWORD, address()).token());
        database.execute(
                "UPDATE iam_session SET last_seen_at = UTC_TIMESTAMP(3) - INTERVAL 29 MINUTE WHERE login_name ="
                        + " 'otto'");
        assertThat(findPerson.run(quiet).loginName()).isEqualTo("otto");
        assertThat(database.number("SELECT last_seen_at > UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE FROM iam_session"
                        + " WHERE login_name = 'otto'"))
                .as("the call moved it")
                .isEqualTo(1);
        database.execute(
                "UPDATE iam_session SET last_seen_at = UTC_TIMESTAMP(3) - INTERVAL 31 MINUTE WHERE login_name ="
                        + " 'otto'");
        refused("A0401", () -> findPerson.run(quiet));
        database.execute(
                "UPDATE iam_session SET last_seen_at = UTC_TIMESTAMP(3), expires_at = UTC_TIMESTAMP(3) - INTERVAL 1"
                        + " SECOND WHERE login_name = 'otto'");
        refused("A0401", () -> findPerson.run(quiet));
    }

    @Test
    void logout_ends_one_session_and_a_new_password_ends_them_all() {
        user("odin", "VIEWER");
        SessionView first = login("odin", PASSWORD, address());
        SessionView second = login("odin", PASSWORD, address());
        as(first, () -> rpc.logout(new SelfRequest()));
        refused("A0401", () -> findPerson.run(SessionCache.hash(first.token())));
        assertThat(as(second, () -> rpc.me(new SelfRequest())).data()).isEqualTo(second.person());

        refused("A0413", () -> change(second, PASSWORD, "short1"));
        refused("A0413", () -> change(second, PASSWORD, "aaaaaaaaaaaaaaaa"));
        refused("A0413", () -> change(second, PASSWORD, "my name is odin 1"));
        refused("A0413", () -> change(second, PASSWORD, PASSWORD));
        refused("A0411", () -> change(second, "wrong password 1", "another password 2"));
        change(second, PASSWORD, "another password 2");
        refused("A0401", () -> new IamCheckRpc(findPerson)
                .findSession(new SessionQuery(SessionCache.hash(second.token()))));
        refused("A0411", () -> login("odin", PASSWORD, address()));
        assertThat(login("odin", "another password 2", address()).person().mustChangePassword())
                .isFalse();
    }

    @Test
    void a_one_time_password_lets_in_and_asks_to_be_changed() {
        users.add("nina", "Nina", PersonView.OPERATOR, passwords.hash(PASSWORD));
        SessionView session = login("nina", PASSWORD, address());
        assertThat(session.person().mustChangePassword()).isTrue();
        change(session, PASSWORD, "another password 2");
        assertThat(login("nina", "another password 2", address()).person().mustChangePassword())
                .isFalse();
    }

    @Test
    void the_next_login_raises_the_rounds_of_an_old_row() {
        user("oleg", "VIEWER");
        Login stronger = login(new Passwords(2 * ROUNDS));
        stronger.run(new LoginRequest("oleg", PASSWORD), address());
        assertThat(database.number("SELECT password_rounds FROM iam_user WHERE login_name = 'oleg'"))
                .isEqualTo(2 * ROUNDS);
        assertThat(login("oleg", PASSWORD, address()).token()).isNotBlank();
    }

    @Test
    void a_disabled_user_is_out_at_once_and_a_role_taken_away_takes_its_permissions() {
        user("opal", "VIEWER");
        String session = SessionCache.hash(login("opal", PASSWORD, address()).token());
        users.grant("opal", List.of("SUPPORT"), List.of());
        assertThat(findPerson.run(session).permissions()).contains("ops:message:resolve");
        users.grant("opal", List.of(), List.of());
        assertThat(findPerson.run(session).permissions()).isEmpty();
        users.change("opal", "DISABLED");
        refused("A0401", () -> findPerson.run(session));
    }

    @Test
    void the_first_administrators_come_from_a_script_that_stops_at_two() {
        try (SchemaFixture fresh = SchemaFixture.create("channel_admin")) {
            Map<String, String> environment = Map.of(
                    "JL_DB_URL", fresh.settings().url(),
                    "JL_DB_USERNAME", fresh.settings().username(),
                    "JL_DB_PASSWORD", fresh.settings().password());
            assertThat(fresh.number("SELECT COUNT(*) FROM iam_user"))
                    .as("no default account")
                    .isZero();
            assertThat(IamInitTool.run(new String[] {"--login", "Bad Name"}, environment))
                    .isEqualTo(2);
            assertThat(IamInitTool.run(new String[] {"--login", "ann"}, environment))
                    .isZero();
            assertThat(IamInitTool.run(new String[] {"--login", "ann"}, environment))
                    .isEqualTo(4);
            assertThat(IamInitTool.run(new String[] {"--login", "ben"}, environment))
                    .isZero();
            assertThat(IamInitTool.run(new String[] {"--login", "cat"}, environment))
                    .isEqualTo(4);
            assertThat(fresh.texts("SELECT login_name FROM iam_user WHERE must_change = 1 ORDER BY login_name"))
                    .containsExactly("ann", "ben");
            assertThat(fresh.number("SELECT COUNT(*) FROM audit_log WHERE action = 'iamInit'"))
                    .isEqualTo(2);
        }
    }

    @Test
    void the_purge_takes_old_sessions_and_counts_and_leaves_the_others() {
        user("olde", "VIEWER");
        login("olde", PASSWORD, address());
        login("olde", PASSWORD, address());
        database.execute(
                "UPDATE iam_session SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 2 DAY WHERE login_name = 'olde' LIMIT"
                        + " 1");
        IamPurge purge = new IamPurge(sessions, guard);
        Step step = purge.step(new Slice(java.time.LocalDate.of(2026, 1, 1), 0, 1, ""));
        assertThat(step.rows()).isEqualTo(1);
        assertThat(database.number("SELECT COUNT(*) FROM iam_session WHERE login_name = 'olde'"))
                .isEqualTo(1);
    }

    private static void user(String name, String role) {
        users.add(name, name, PersonView.OPERATOR, passwords.hash(PASSWORD));
        database.execute(
                "UPDATE iam_user SET must_change = 0, password_until = NULL WHERE login_name = '" + name + "'");
        users.grant(name, List.of(role), List.of());
    }

    private static SessionView login(String name, String password, String address) {
        return login.run(new LoginRequest(name, password), address);
    }

    private static void refusedLogin(Login login, String name) {
        refused("A0411", () -> login.run(new LoginRequest(name, "wrong password 1"), address()));
    }

    private static PersonView change(SessionView session, String current, String next) {
        return as(session, () -> rpc.changePassword(new ChangePasswordRequest(current, next)))
                .orThrow(result -> new IllegalStateException(result.code()));
    }

    private static <T> T as(SessionView session, Supplier<T> work) {
        Caller caller =
                new Caller("test", List.of("*"), Person.of(session.person()), SessionCache.hash(session.token()));
        return CallContext.as(caller, address(), work);
    }

    /** A new one each time, so that only what a test means to lock is locked. */
    private static String address() {
        return "192.0.2." + ADDRESSES.incrementAndGet();
    }

    private static long fastest(Runnable work) {
        return IntStream.range(0, 5)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }

    private static long lockMinutes(String kind, String subject) {
        return database.number("SELECT ROUND(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), locked_until) / 60)"
                + " FROM iam_login_guard WHERE subject_kind = '" + kind + "' AND subject_hash = '"
                + SessionCache.hash(subject) + "'");
    }

    private static void endLocks() {
        database.execute("UPDATE iam_login_guard SET locked_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND"
                + " WHERE locked_until IS NOT NULL");
    }

    private static String dump(String table) {
        List<String> columns = database.texts("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = '" + table + "'");
        String all = String.join(
                ", ", columns.stream().map(c -> "COALESCE(`" + c + "`, '')").toList());
        return String.join("\n", database.texts("SELECT CONCAT_WS('|', " + all + ") FROM " + table));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code().code()).isEqualTo(code));
    }
}
