package io.jointlending.system.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what is shown by which test names only tests that there are, and none of its promises is without one. */
class AcceptancePageTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.root", ".."));
    private static final Path PAGE = PROJECT.resolve("docs/acceptance.md");
    private static final Pattern METHOD = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern PROMISE = Pattern.compile("(?m)^\\| \\*\\*([a-z-]+)\\*\\* .*$");
    private static final int PROMISES = 75;

    @Test
    void every_test_that_the_page_names_exists() throws IOException {
        Map<String, Path> sources = testSources();
        List<String> missing = new ArrayList<>();
        for (MatchResult named :
                METHOD.matcher(Files.readString(PAGE)).results().toList()) {
            Path source = sources.get(named.group(1));
            Pattern test = Pattern.compile(
                    "@(Test|ParameterizedTest)\\b(?:(?!\\bvoid\\b)[\\s\\S])*\\bvoid " + named.group(2) + "\\(");
            if (source == null || !test.matcher(Files.readString(source)).find()) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_promise_has_a_name_of_its_own_and_a_test() throws IOException {
        List<MatchResult> promises =
                PROMISE.matcher(Files.readString(PAGE)).results().toList();
        Set<String> names = new HashSet<>();
        for (MatchResult promise : promises) {
            assertThat(names.add(promise.group(1))).as(promise.group(1)).isTrue();
            assertThat(METHOD.matcher(promise.group()).find())
                    .as(promise.group(1))
                    .isTrue();
        }
        assertThat(promises).as("none was taken away").hasSizeGreaterThanOrEqualTo(PROMISES);
    }

    /** Files of the modules' tests by name of their class. */
    private static Map<String, Path> testSources() throws IOException {
        Map<String, Path> sources;
        try (Stream<Path> modules = Files.list(PROJECT)) {
            List<Path> roots = modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
            List<Path> files = new ArrayList<>();
            for (Path root : roots) {
                try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                    found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
            sources = files.stream()
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, same) -> one));
        }
        return sources;
    }
}
