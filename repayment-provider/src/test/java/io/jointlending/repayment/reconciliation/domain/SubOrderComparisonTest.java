package io.jointlending.repayment.reconciliation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.money.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SubOrderComparisonTest {
    private static final LocalDate DATE = LocalDate.of(2026, 2, 28);
    private static final int RANDOM_BOOKS = 20_000;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/reconciliation/pairs.csv", delimiter = '|', numLinesToSkip = 1)
    void lines_are_paired(
            String what, @Nullable String book, @Nullable String file, int matched, @Nullable String differences) {
        SubOrderComparison comparison = SubOrderComparison.of(DATE, lines(book), lines(file));

        assertThat(comparison.matched()).as(what).isEqualTo(matched);
        assertThat(comparison.differences().stream()
                        .map(difference -> difference.kind().name())
                        .collect(Collectors.joining(" ")))
                .as(what)
                .isEqualTo(differences == null ? "" : differences);
    }

    /** Every line of the date is counted once: matched, or in one difference. */
    @Test
    void every_line_of_the_date_is_accounted_for() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < RANDOM_BOOKS; i++) {
            List<ReconLine> book = random(random);
            List<ReconLine> file = random(random);
            SubOrderComparison comparison = SubOrderComparison.of(DATE, book, file);
            List<ReconLine> ours = new ArrayList<>();
            List<ReconLine> theirs = new ArrayList<>();
            for (LineDifference difference : comparison.differences()) {
                if (difference.book() != null) {
                    ours.add(difference.book());
                }
                if (difference.file() != null) {
                    theirs.add(difference.file());
                }
            }
            assertThat(ours).as("seed %d book %d", seed, i).doesNotHaveDuplicates();
            assertThat(theirs).as("seed %d book %d", seed, i).doesNotHaveDuplicates();
            assertThat(ours.size() + comparison.matched())
                    .as("seed %d book %d", seed, i)
                    .isEqualTo(onDate(book));
            assertThat(theirs.size() + comparison.matched())
                    .as("seed %d book %d", seed, i)
                    .isEqualTo(onDate(file));
        }
    }

    private static int onDate(List<ReconLine> lines) {
        return (int) lines.stream().filter(line -> line.date().equals(DATE)).count();
    }

    private static List<ReconLine> random(Random random) {
        List<ReconLine> lines = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lines.add(new ReconLine(
                    DATE.plusDays(random.nextInt(3) - 1L),
                    i + 1L,
                    random.nextBoolean() ? "PAYMENT" : "WAIVER",
                    new Amounts(random.nextInt(2), random.nextInt(2), 0, 0)));
        }
        return lines;
    }

    private static List<ReconLine> lines(@Nullable String text) {
        List<ReconLine> lines = new ArrayList<>();
        if (text == null) {
            return lines;
        }
        for (String line : text.split(" ", -1)) {
            String[] parts = line.split("[:/]", -1);
            lines.add(new ReconLine(
                    DATE.plusDays(Long.parseLong(parts[0])),
                    lines.size() + 1L,
                    parts[1],
                    new Amounts(Long.parseLong(parts[2]), Long.parseLong(parts[3]), 0, 0)));
        }
        return lines;
    }
}
