package io.jointlending.fund.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.rule.domain.Allowed;
import io.jointlending.fund.rule.domain.Box;
import io.jointlending.fund.rule.domain.Coverage;
import io.jointlending.fund.rule.domain.Numbers;
import io.jointlending.fund.rule.domain.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sets behave like sets, and what is left over of a condition is exactly what the others do not hold for. */
class AllowedLawsTest {
    private static final long SEED = 20_261_129;
    private static final List<String> WORDS = List.of("a", "b", "c", "d");
    private static final long MOST = 8;

    @Test
    void sets_of_numbers_and_of_words_hold_what_their_parts_hold() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            Numbers one = numbers(random);
            Numbers two = numbers(random);
            for (long value = -2; value <= MOST + 2; value++) {
                assertThat(one.and(two).holds(value)).isEqualTo(one.holds(value) && two.holds(value));
                assertThat(one.minus(two).holds(value)).isEqualTo(one.holds(value) && !two.holds(value));
                assertThat(one.complement().holds(value)).isEqualTo(!one.holds(value));
            }
            assertThat(one.complement().complement()).isEqualTo(one);
            Words first = words(random);
            Words second = words(random);
            for (String word : List.of("a", "b", "c", "d", "e")) {
                assertThat(first.and(second).holds(word)).isEqualTo(first.holds(word) && second.holds(word));
                assertThat(first.minus(second).holds(word)).isEqualTo(first.holds(word) && !second.holds(word));
            }
        }
        assertThat(Numbers.ALL.complement().isEmpty()).isTrue();
        assertThat(Numbers.of(Long.MAX_VALUE, Long.MIN_VALUE).complement().complement())
                .isEqualTo(Numbers.of(Long.MIN_VALUE, Long.MAX_VALUE));
        assertThat(Numbers.of(3, 1, 2)).isEqualTo(Numbers.between(1, 3));
        assertThat(one("text").holds(3L)).isFalse();
    }

    @Test
    void what_is_left_of_a_condition_is_where_no_other_holds() {
        Random random = new Random(SEED);
        Map<String, Allowed> everything =
                Map.of("n", Numbers.between(0, MOST), "m", Numbers.between(0, MOST), "w", Words.of(Set.copyOf(WORDS)));
        Coverage coverage = new Coverage(everything);
        int empty = 0;
        for (int round = 0; round < 500; round++) {
            Box box = box(random);
            List<Box> others = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                others.add(box(random));
            }
            List<Box> left = coverage.left(box, others).orElseThrow();
            for (long n = 0; n <= MOST; n++) {
                for (long m = 0; m <= MOST; m++) {
                    for (String word : WORDS) {
                        Map<String, Object> facts = Map.of("n", n, "m", m, "w", word);
                        boolean expected = box.holds(facts) && others.stream().noneMatch(other -> other.holds(facts));
                        assertThat(left.stream()
                                        .filter(piece -> piece.holds(facts))
                                        .count())
                                .as("%s of %s without %s", facts, box, others)
                                .isEqualTo(expected ? 1 : 0);
                    }
                }
            }
            empty += left.isEmpty() ? 1 : 0;
        }
        assertThat(empty).isBetween(20, 480);
    }

    private static Words one(String word) {
        return Words.of(Set.of(word));
    }

    private static Box box(Random random) {
        Box box = Box.ANY;
        if (random.nextBoolean()) {
            box = box.with("n", numbers(random));
        }
        if (random.nextInt(3) == 0) {
            box = box.with("m", numbers(random));
        }
        return random.nextInt(3) == 0 ? box.with("w", words(random)) : box;
    }

    private static Numbers numbers(Random random) {
        Numbers numbers = random.nextBoolean()
                ? Numbers.between(random.nextLong(MOST), random.nextLong(MOST + 2))
                : Numbers.of(random.longs(3, 0, MOST).toArray());
        return random.nextInt(4) == 0 ? numbers.complement() : numbers;
    }

    private static Words words(Random random) {
        Words words = Words.of(Set.copyOf(WORDS.subList(0, random.nextInt(WORDS.size() + 1))));
        return random.nextBoolean() ? words : words.complement();
    }
}
