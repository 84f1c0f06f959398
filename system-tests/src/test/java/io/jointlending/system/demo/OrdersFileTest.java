package io.jointlending.system.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.system.demo.OrderRow.Receipt;
import io.jointlending.system.demo.OrdersFile.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A file of orders is read row by row; a bad row is named and left out. */
final class OrdersFileTest {
    private static final String GOOD =
            "ORD-1,2025-01-31,LOAN-OWNER-HEXINHOUSE-A,JOINT-70-30,100000,3,2025-03-01:5000|2025-02-28:34338|2025-04-30:rest";

    @Test
    void a_good_row_is_read_with_its_receipts_in_date_order() {
        var content = OrdersFile.read(List.of(OrdersFile.HEADER, "", "# a remark", GOOD), Products.onSale());
        assertThat(content.problems()).isEmpty();
        assertThat(content.rows())
                .containsExactly(new OrderRow(
                        4,
                        "ORD-1",
                        LocalDate.of(2025, 1, 31),
                        "LOAN-OWNER-HEXINHOUSE-A",
                        "JOINT-70-30",
                        100_000,
                        3,
                        List.of(
                                new Receipt(LocalDate.of(2025, 2, 28), 34_338L),
                                new Receipt(LocalDate.of(2025, 3, 1), 5_000L),
                                new Receipt(LocalDate.of(2025, 4, 30), null))));
    }

    @Test
    void scheme_and_repayments_may_be_empty() {
        var content =
                OrdersFile.read(List.of("ORD-1,2025-01-31,LOAN-OWNER-HEXINHOUSE-A,,100000,3,"), Products.onSale());
        assertThat(content.problems()).isEmpty();
        assertThat(content.rows().get(0).schemeCode()).isNull();
        assertThat(content.rows().get(0).repayments()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/cases/orders/bad-rows.csv", numLinesToSkip = 1, delimiter = ';')
    void a_bad_row_is_left_out_and_its_rule_named(String row, String rule) {
        var content = OrdersFile.read(List.of(GOOD, row), Products.onSale());
        assertThat(content.rows()).hasSize(1);
        assertThat(content.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.rule()).isEqualTo(rule);
        });
    }

    @Test
    void the_sample_is_what_its_seed_makes_and_has_no_bad_row() throws IOException {
        Path sample = Path.of(System.getProperty("project.root", ".."), "docs/samples/orders-200.csv");
        if (Boolean.getBoolean("jl.update")) {
            Files.createDirectories(sample.getParent());
            Files.write(sample, SampleOrders.lines(200, 20_250_101));
        }
        List<String> lines = Files.readAllLines(sample);
        assertThat(lines).isEqualTo(SampleOrders.lines(200, 20_250_101));
        var content = OrdersFile.read(lines, Products.onSale());
        assertThat(content.problems()).extracting(Problem::rule).isEmpty();
        assertThat(content.rows()).hasSize(200);
    }
}
