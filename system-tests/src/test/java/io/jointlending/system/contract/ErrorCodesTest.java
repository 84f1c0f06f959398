package io.jointlending.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of answer codes, and docs/error-codes.md, which {@code -Djl.update=true} writes anew. */
final class ErrorCodesTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/error-codes.md");

    /** Codes that no code answers yet, with the reason why they are in the table already. */
    private static final Map<String, String> RESERVED = Map.of(
            "PAYMENT_SYSTEM_UNAVAILABLE",
            "for collection runs; a lost payment result is asked for later, nobody waits for it",
            "INSTITUTION_UNAVAILABLE",
            "for calls that wait for an institution; funding never does");

    @Test
    void codes_and_names_are_unique() {
        assertThat(ErrorCodes.all()).extracting(ErrorCode::code).doesNotHaveDuplicates();
        assertThat(ErrorCodes.all()).extracting(ErrorCode::name).doesNotHaveDuplicates();
    }

    @Test
    void a_code_has_five_characters_and_says_who_can_mend_the_cause() {
        for (ErrorCode code : ErrorCodes.all()) {
            assertThat(code.code()).matches("00000|[ABC][0-9]{4}");
            assertThat(code.name()).matches("[A-Z][A-Z_]*[A-Z]");
            assertThat(code.meaning()).isNotBlank();
        }
    }

    @Test
    void the_name_of_a_code_is_the_name_of_its_constant() throws IllegalAccessException {
        for (var field : ErrorCodes.class.getFields()) {
            if (field.getType() == ErrorCode.class && field.get(null) instanceof ErrorCode code) {
                assertThat(code.name()).isEqualTo(field.getName());
            }
        }
    }

    @Test
    void the_page_for_readers_is_the_table() throws IOException {
        if (Boolean.getBoolean("jl.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("written by: mvn -pl loan-api,system-tests test -Dtest=ErrorCodesTest -Djl.update=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .hasContent(page());
    }

    @Test
    void every_code_is_answered_somewhere_or_reserved() throws IOException {
        Set<String> used = new TreeSet<>();
        Pattern use = Pattern.compile("ErrorCodes\\s*\\.\\s*([A-Z_]+)");
        for (Path source : mainSources()) {
            use.matcher(Files.readString(source)).results().forEach(match -> used.add(match.group(1)));
        }
        List<String> unused = ErrorCodes.all().stream()
                .map(ErrorCode::name)
                .filter(name -> !used.contains(name) && !RESERVED.containsKey(name))
                .toList();
        assertThat(unused).as("codes that no main code answers").isEmpty();
        assertThat(RESERVED.keySet()).as("reserved although used").doesNotContainAnyElementsOf(used);
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path folder : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                """
                # Answer codes

                Every answer carries one of these codes. `00000` is success. The first letter says who can mend the
                cause: `A` the caller, `B` this system, `C` a third party. Codes are only added; a code never changes
                its meaning. After a `B` or `C` code, and after a transport failure, the same command may be sent again
                with the same `requestNo`: it is done at most once.

                This page is made from `ErrorCodes` in `loan-api`; a test keeps both equal.

                | code | name | meaning |
                | --- | --- | --- |
                """);
        for (ErrorCode code : ErrorCodes.all()) {
            page.append("| `")
                    .append(code.code())
                    .append("` | ")
                    .append(code.name())
                    .append(" | ")
                    .append(code.meaning())
                    .append(" |\n");
        }
        return page.toString();
    }
}
