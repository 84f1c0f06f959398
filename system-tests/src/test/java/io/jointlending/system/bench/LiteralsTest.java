package io.jointlending.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A logged statement becomes a prepared one with the same values. */
final class LiteralsTest {
    @Test
    void strings_and_numbers_become_values() {
        Literals found = Literals.of(
                "UPDATE t1 SET a_2 = 'it''s \\'x\\'\\n', b = 12, c = 0.18 WHERE `x1` = _binary'{\\\"k\\\":1}'");
        assertThat(found.sql()).isEqualTo("UPDATE t1 SET a_2 = ?, b = ?, c = ? WHERE `x1` = ?");
        assertThat(found.values()).containsExactly("it's 'x'\n", 12L, new BigDecimal("0.18"), "{\"k\":1}");
    }

    @Test
    void the_precision_of_a_time_stays_in_the_text() {
        Literals found = Literals.of("SELECT UTC_TIMESTAMP(3) + INTERVAL 5 SECOND FROM t LIMIT 1");
        assertThat(found.sql()).isEqualTo("SELECT UTC_TIMESTAMP(3) + INTERVAL ? SECOND FROM t LIMIT ?");
        assertThat(found.values()).containsExactly(5L, 1L);
    }
}
