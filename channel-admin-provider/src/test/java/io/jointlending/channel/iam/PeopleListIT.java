package io.jointlending.channel.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.iam.IamQueryService;
import io.jointlending.api.iam.RoleView;
import io.jointlending.api.iam.UserListView;
import io.jointlending.api.iam.UserView;
import io.jointlending.channel.Fixture;
import io.jointlending.support.remote.Remote;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of users and roles: whole, and with as many questions for a long page as for a short one. */
class PeopleListIT {
    private static final Statements STATEMENTS = new Statements();

    private static Fixture provider;
    private static IamQueryService people;

    @BeforeAll
    static void many_people() {
        provider = Fixture.open();
        provider.database().session().getConfiguration().addInterceptor(STATEMENTS);
        people = provider.part(IamQueryService.class);
        insert(
                "iam_user (login_name, display_name, user_kind, status, password_hash, password_salt, password_rounds,"
                        + " must_change)",
                i -> "('p" + i + "', 'P', 'CHANNEL_USER', 'ENABLED', 'x', 'x', 10000, 0)");
        insert("iam_user_role (login_name, role_code, granted)", i -> "('p" + i + "', 'VIEWER', " + i % 2 + ")");
        insert("iam_user_role (login_name, role_code, granted)", i -> "('p" + i + "', 'AGENT', 1)");
        insert("iam_user_channel (login_name, channel_code, granted)", i -> "('p" + i + "', 'PARTNER-A', 1)");
        insert("iam_user_channel (login_name, channel_code, granted)", i -> "('p" + i + "', 'APP-MAIN', 1)");
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @Test
    void a_page_of_users_has_what_each_was_granted_and_no_more() {
        UserListView page = users(1, 200);
        assertThat(page.total()).isEqualTo(150);
        assertThat(page.users()).extracting(UserView::loginName).hasSize(150).isSorted();
        for (UserView user : page.users()) {
            boolean viewer = Integer.parseInt(user.loginName().substring(1)) % 2 == 1;
            assertThat(user.roles()).isEqualTo(viewer ? List.of("AGENT", "VIEWER") : List.of("AGENT"));
            assertThat(user.channels()).containsExactly("APP-MAIN", "PARTNER-A");
        }
        assertThat(users(3, 100).users()).isEmpty();
    }

    @Test
    void a_long_page_takes_as_many_questions_as_a_short_one() {
        int few = STATEMENTS.during(() -> users(1, 2));
        assertThat(few).isPositive();
        assertThat(STATEMENTS.during(() -> users(1, 200))).isEqualTo(few);
        int oneRole = STATEMENTS.during(() -> roles(1));
        assertThat(STATEMENTS.during(() -> roles(100))).isEqualTo(oneRole);
    }

    @Test
    void a_page_of_roles_has_the_permissions_of_each() {
        assertThat(roles(100))
                .filteredOn(role -> role.roleCode().equals("AGENT"))
                .singleElement()
                .satisfies(role -> assertThat(role.permissions()).containsExactly("channel:agent:orders"));
        assertThat(roles(100))
                .filteredOn(role -> role.roleCode().equals("ADMINISTRATOR"))
                .singleElement()
                .satisfies(role -> assertThat(role.permissions())
                        .contains("iam:user:update", "iam:role:approve")
                        .isSorted());
    }

    private static UserListView users(int pageNo, int pageSize) {
        return Remote.data(people.listUsers(new ListQuery(pageNo, pageSize)));
    }

    private static List<RoleView> roles(int pageSize) {
        return Remote.data(people.listRoles(new ListQuery(1, pageSize))).roles();
    }

    private static void insert(String into, java.util.function.IntFunction<String> row) {
        provider.database()
                .execute("INSERT INTO " + into + " VALUES "
                        + String.join(
                                ", ",
                                IntStream.rangeClosed(1, 150).mapToObj(row).toList()));
    }

    /** Counts the questions that are put to the database. */
    @Intercepts(
            @Signature(
                    type = Executor.class,
                    method = "query",
                    args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}))
    public static final class Statements implements Interceptor {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Object intercept(Invocation invocation) throws Throwable {
            asked.incrementAndGet();
            return invocation.proceed();
        }

        int during(Runnable work) {
            int before = asked.get();
            work.run();
            return asked.get() - before;
        }
    }
}
