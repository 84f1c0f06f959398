package io.jointlending.support.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderNumbersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void an_order_number_is_day_ordinal_and_gene() {
        OrderNumbers numbers = OrderNumbers.inMemory();

        assertThat(numbers.next(DAY, "B-1")).isEqualTo("260301000000000001" + fourDigits(OrderNumbers.gene("B-1")));
        assertThat(numbers.next(DAY, "B-1")).startsWith("260301000000000002");
    }

    // CRC32 (IEEE 802.3) modulo 1024, worked out with another implementation
    @ParameterizedTest
    @CsvSource({"123456789, 294", "B-1, 617", "borrower_0001, 751"})
    void the_gene_is_the_crc32_of_the_borrower(String borrowerNo, int gene) {
        assertThat(OrderNumbers.gene(borrowerNo)).isEqualTo(gene);
    }

    @Test
    void the_gene_of_an_order_number_is_the_gene_of_its_borrower() {
        long seed = 20260301;
        Random random = new Random(seed);
        OrderNumbers numbers = OrderNumbers.inMemory();
        for (int i = 0; i < 1_000; i++) {
            String borrower = "B" + random.nextInt(Integer.MAX_VALUE);
            assertThat(OrderNumbers.geneOf(numbers.next(DAY, borrower)))
                    .as("seed %d borrower %s", seed, borrower)
                    .isEqualTo(OrderNumbers.gene(borrower));
        }
    }

    @Test
    void something_else_has_no_gene() {
        assertThatThrownBy(() -> OrderNumbers.geneOf("123")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_used_up_sequence_is_refused() {
        OrderNumbers numbers = new OrderNumbers((sequence, size) -> 1_000_000_000_000L);

        assertThatThrownBy(() -> numbers.next(DAY, "B-1")).hasMessageContaining("1000000000000");
    }

    @Test
    void threads_get_different_numbers_and_a_segment_is_taken_once_per_thousand() throws Exception {
        AtomicLong taken = new AtomicLong();
        OrderNumbers numbers = new OrderNumbers((sequence, size) -> taken.getAndIncrement() * size + 1);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch done = new CountDownLatch(4);
        for (int t = 0; t < 4; t++) {
            new Thread(() -> {
                        for (int i = 0; i < 2_500; i++) {
                            seen.add(numbers.nextNumber("repayment"));
                        }
                        done.countDown();
                    })
                    .start();
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(seen).hasSize(10_000);
        assertThat(taken).hasValue(10);
    }

    @Test
    void sequences_are_independent() {
        OrderNumbers numbers = OrderNumbers.inMemory();

        assertThat(numbers.nextNumber("a")).isEqualTo(1);
        assertThat(numbers.nextNumber("b")).isEqualTo(1);
        assertThat(numbers.nextNumber("a")).isEqualTo(2);
    }

    private static String fourDigits(int gene) {
        return String.valueOf(10_000 + gene).substring(1);
    }
}
