package io.jointlending.system.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The conventions of {@code sql/README.md}, checked. {@code breaches.csv} breaks a good schema once for each rule, to show
 * that the rule bites; {@code allowed.csv} lists the exceptions, each with its reason.
 */
class SqlLintTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "sql-lint");
    private static final Path SHIPPED = Path.of(System.getProperty("project.root", ".."), "sql");

    @TempDir
    Path copy = Path.of("");

    @Test
    void the_shipped_scripts_keep_every_convention() throws IOException {
        List<Exemption> allowed = exceptions();
        Set<Exemption> unused = new TreeSet<>(allowed);
        List<SqlFinding> broken = new ArrayList<>();
        for (SqlFinding finding : SqlLint.check(SHIPPED, reserved())) {
            List<Exemption> covering =
                    allowed.stream().filter(one -> one.covers(finding)).toList();
            unused.removeAll(covering);
            if (covering.isEmpty()) {
                broken.add(finding);
            }
        }
        assertThat(broken).as("conventions of sql/README.md").isEmpty();
        if (hasVersions()) {
            assertThat(unused).as("exceptions that cover nothing").isEmpty();
        }
    }

    @Test
    void the_good_example_has_only_the_known_exceptions() throws IOException {
        List<Exemption> allowed = exceptions();
        assertThat(SqlLint.check(RESOURCES.resolve("good"), reserved()))
                .filteredOn(finding -> allowed.stream().noneMatch(one -> one.covers(finding)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(
            files = "src/test/resources/sql-lint/breaches.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1,
            quoteCharacter = '\u0001',
            maxCharsPerColumn = 1000)
    void a_breach_is_found(String rule, String file, @Nullable String from, @Nullable String to) throws IOException {
        copyGood();
        List<SqlFinding> before = SqlLint.check(copy, reserved());
        Path target = copy.resolve("shop").resolve(file);
        if ("(deleted)".equals(to)) {
            Files.delete(target);
        } else if (from == null) {
            Files.writeString(target, to + "\n");
        } else {
            String good = Files.readString(target);
            assertThat(good).contains(from);
            int at = good.indexOf(from);
            Files.writeString(
                    target, good.substring(0, at) + (to == null ? "" : to) + good.substring(at + from.length()));
        }
        List<SqlFinding> found = new ArrayList<>(SqlLint.check(copy, reserved()));
        found.removeAll(before);
        assertThat(found).extracting(SqlFinding::rule).contains(rule);
    }

    @Test
    void every_rule_has_a_breach_that_shows_it() throws IOException {
        Set<String> shown = Files.readAllLines(RESOURCES.resolve("breaches.csv")).stream()
                .skip(1)
                .map(line -> line.split("\\|", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> coded = new TreeSet<>();
        var name = Pattern.compile(
                "(?:find\\(\\s*|SqlFinding\\(|banned\\.put\\(|comment\\([^,]+, |indexName\\([^;]+, |timeColumn\\(\"\\w+\", )\"([a-z-]+)\"");
        for (String source : List.of("SqlLint", "SqlScriptRules", "SqlTableRules", "SqlScript")) {
            String text = Files.readString(Path.of("src/test/java/io/jointlending/system/rules", source + ".java"));
            name.matcher(text).results().forEach(match -> coded.add(match.group(1)));
        }
        assertThat(coded).hasSizeGreaterThan(30);
        coded.removeAll(Set.of("partition")); // Druid keeps no partitions for a table that it cannot read
        assertThat(shown).containsAll(coded);
    }

    private void copyGood() throws IOException {
        Path good = RESOURCES.resolve("good");
        try (Stream<Path> files = Files.walk(good)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path target = copy.resolve(good.relativize(file).toString());
                try {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static boolean hasVersions() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("V001__"));
        }
    }

    private static Set<String> reserved() throws IOException {
        return Set.copyOf(Arrays.asList(Files.readString(RESOURCES.resolve("reserved-words.txt"))
                .strip()
                .split("\\s+", -1)));
    }

    private static List<Exemption> exceptions() throws IOException {
        return Files.readAllLines(RESOURCES.resolve("allowed.csv")).stream()
                .skip(1)
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Exemption(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                .toList();
    }

    /**
     * A finding that is right as it is.
     *
     * @param place with * for any characters
     * @param why the reason, for the reader
     */
    private record Exemption(String rule, String place, String why) implements Comparable<Exemption> {
        boolean covers(SqlFinding finding) {
            return finding.rule().equals(rule)
                    && FileSystems.getDefault().getPathMatcher("glob:" + place).matches(Path.of(finding.place()));
        }

        @Override
        public int compareTo(Exemption other) {
            return toString().compareTo(other.toString());
        }
    }
}
