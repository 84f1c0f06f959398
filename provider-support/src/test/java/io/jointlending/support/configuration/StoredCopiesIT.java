package io.jointlending.support.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.support.wiring.SchemaFixture;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoredCopiesIT extends CopiesContract {
    private static SchemaFixture database;

    @BeforeAll
    static void open() {
        database = SchemaFixture.create("loan");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Copies copies() {
        return new StoredCopies(database.transactions(), database.session());
    }

    @Test
    void of_versions_that_come_at_once_and_in_any_order_the_highest_stays() throws Exception {
        ExecutorService consumers = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 10; round++) {
                String code = "RACE-" + round;
                List<Callable<Boolean>> messages = IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> (long) (i * 7 % 12 + 1))
                        .<Callable<Boolean>>map(
                                version -> () -> copies().publish("product", code, version, "{\"v\":" + version + "}"))
                        .toList();
                boolean any = false;
                for (Future<Boolean> done : consumers.invokeAll(messages)) {
                    any |= done.get();
                }
                assertThat(any).isTrue();
                assertThat(copies().find("product", code)).as(code).contains("{\"v\":12}");
            }
        } finally {
            consumers.shutdownNow();
        }
    }

    @Test
    void what_a_message_brought_is_gone_when_its_transaction_is_rolled_back() {
        assertThatThrownBy(() -> database.transactions().inTransaction(() -> {
                    assertThat(copies().publish("product", "BACK", 1, "{\"v\":1}"))
                            .isTrue();
                    throw new IllegalStateException("the message comes again");
                }))
                .hasMessageContaining("comes again");
        assertThat(copies().find("product", "BACK")).isEmpty();
        assertThat(copies().publish("product", "BACK", 1, "{\"v\":1}")).isTrue();
    }
}
