package io.jointlending.support.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class IdempotentCommandsIT {
    private static final CommandKey KEY = new CommandKey("cashier", "LoanService.submit", "r-1");
    private static final RequestNoQuery BODY = new RequestNoQuery("r-1");

    private static @Nullable SchemaFixture shared;

    private final IdempotentCommands commands = IdempotentCommands.stored(schema().transactions(), schema().session());
    private final AtomicInteger runs = new AtomicInteger();

    private record Answer(String orderNo, Integer run) {}

    @BeforeAll
    static void make_the_schema() {
        shared = SchemaFixture.create("loan");
        schema().execute("CREATE TABLE effect (id BIGINT AUTO_INCREMENT PRIMARY KEY, note VARCHAR(20))");
    }

    @AfterAll
    static void drop_the_schema() {
        schema().close();
    }

    @BeforeEach
    void empty_tables() {
        schema().execute("DELETE FROM idempotent_command");
        schema().execute("DELETE FROM effect");
    }

    @Test
    void the_same_number_and_body_answer_the_same_without_running_again() {
        Answer first = execute(BODY);
        Answer second = execute(BODY);

        assertThat(second).isEqualTo(first);
        assertThat(runs).hasValue(1);
        assertThat(commands.findAnswer(KEY, Answer.class)).isEqualTo(first);
    }

    @Test
    void the_same_number_with_another_body_is_refused() {
        execute(BODY);

        assertRefused(ErrorCodes.REQUEST_BODY_CHANGED, () -> execute(new RequestNoQuery("r-2")));
        assertThat(runs).hasValue(1);
    }

    @Test
    void another_caller_or_operation_is_another_command() {
        execute(BODY);
        commands.execute(new CommandKey("gateway", "LoanService.submit", "r-1"), BODY, Answer.class, this::work);
        commands.execute(new CommandKey("cashier", "LoanService.loanOut", "r-1"), BODY, Answer.class, this::work);
        commands.execute(new CommandKey("cashier", "LoanService.submit", "R-1"), BODY, Answer.class, this::work);

        assertThat(runs).hasValue(4);
    }

    @Test
    void a_refusal_takes_everything_back_and_may_be_tried_again() {
        assertRefused(
                ErrorCodes.CREDIT_INSUFFICIENT,
                () -> commands.execute(KEY, BODY, Answer.class, () -> {
                    work();
                    throw new Refusal(ErrorCodes.CREDIT_INSUFFICIENT, null);
                }));
        assertThat(schema().number("SELECT COUNT(*) FROM effect")).isZero();
        assertRefused(ErrorCodes.REQUEST_NOT_FOUND, () -> commands.findAnswer(KEY, Answer.class));

        assertThat(execute(BODY).run()).isEqualTo(2);
        assertThat(schema().number("SELECT COUNT(*) FROM effect")).isOne();
    }

    @Test
    void concurrent_duplicates_run_once_and_all_get_the_answer() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> commands.execute(KEY, BODY, Answer.class, () -> {
                await(300);
                return work();
            })));
        }

        for (CompletableFuture<Answer> answer : answers) {
            assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(new Answer("o", 1));
        }
        assertThat(schema().number("SELECT COUNT(*) FROM effect")).isOne();
    }

    @Test
    void when_the_first_of_several_is_refused_exactly_one_other_takes_its_place() {
        AtomicInteger tries = new AtomicInteger();
        List<CompletableFuture<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            outcomes.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return commands.execute(KEY, BODY, Answer.class, () -> {
                                boolean first = tries.getAndIncrement() == 0;
                                await(300);
                                if (first) {
                                    throw new Refusal(ErrorCodes.CREDIT_INSUFFICIENT, null);
                                }
                                return work();
                            })
                            .orderNo();
                } catch (Refusal e) {
                    return e.code().code();
                }
            }));
        }

        List<String> told = outcomes.stream()
                .map(outcome -> outcome.orTimeout(20, TimeUnit.SECONDS).join())
                .sorted()
                .toList();
        assertThat(told).containsExactly("A0505", "o", "o", "o", "o");
        assertThat(schema().number("SELECT COUNT(*) FROM effect")).isOne();
    }

    @Test
    void a_repetition_of_a_command_that_still_runs_is_told_so_after_two_seconds() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> commands.execute(KEY, BODY, Answer.class, () -> {
                    running.countDown();
                    try {
                        finish.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return work();
                }));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();

        assertRefused(ErrorCodes.PROCESSING, () -> execute(BODY));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(4_000));
        finish.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).run()).isEqualTo(1);
        assertThat(execute(BODY).run()).isEqualTo(1);
    }

    private static SchemaFixture schema() {
        if (shared == null) {
            throw new IllegalStateException("not made");
        }
        return shared;
    }

    private Answer execute(RequestNoQuery body) {
        return commands.execute(KEY, body, Answer.class, this::work);
    }

    private Answer work() {
        new JdbcTemplate(schema().dataSource()).update("INSERT INTO effect (note) VALUES ('done')");
        return new Answer("o", runs.incrementAndGet());
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).asInstanceOf(type(Refusal.class)).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    /** Holds the transaction open, so that the others certainly wait for it. */
    private static void await(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
