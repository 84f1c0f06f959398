package io.jointlending.repayment.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the hard cases with their numbers: one table per rule, the source of each case beside it. */
class RuleCasesTest {
    private static final Path TABLES = Path.of("src", "test", "resources", "cases", "rules");

    static List<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        try (Stream<Path> tables = Files.list(TABLES)) {
            for (Path table : tables.sorted().toList()) {
                for (String line : Files.readAllLines(table)) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        String[] columns = line.split("\\|", -1);
                        cases.add(Arguments.of(table.getFileName() + ": " + columns[0].strip(), columns[1]));
                    }
                }
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_rule_holds_with_its_numbers(String name, String steps) {
        new RuleScript(new MemoryBooks()).run(steps);
    }
}
