package io.jointlending.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A wrong call says what would have been right. */
final class RpcCallTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void an_unknown_interface_lists_the_known_ones() {
        assertThat(run("LoanServise", "submit", "{}")).isEqualTo(2);
        assertThat(err()).contains("unknown interface LoanServise").contains("LoanService, ");
    }

    @Test
    void an_unknown_method_lists_the_methods() {
        assertThat(run("LoanService", "submitt", "{}")).isEqualTo(2);
        assertThat(err()).contains("has no method submitt").contains("submit(SubmitLoanRequest)");
    }

    @Test
    void an_unknown_field_is_named_and_the_known_ones_listed() {
        assertThat(run("LoanService", "submit", "{\"amountFenn\": 1}")).isEqualTo(2);
        assertThat(err()).contains("unknown field amountFenn").contains("amountFen (Long)");
    }

    @Test
    void a_value_of_the_wrong_type_is_named() {
        assertThat(run("LoanService", "submit", "{\"amountFen\": \"12,50\"}")).isEqualTo(2);
        assertThat(err()).contains("amountFen");
        assertThat(run("LoanService", "submit", "{\"amountFen\": 12.5}")).isEqualTo(2);
        assertThat(err()).contains("amountFen");
        assertThat(run("DevelopmentService", "setBusinessDate", "{\"businessDate\": \"2026-13-01\"}"))
                .isEqualTo(2);
        assertThat(err()).contains("businessDate").contains("2026-13-01");
    }

    @Test
    void a_nested_field_is_named_by_its_path() {
        assertThat(run("BorrowerService", "activate", "{\"identity\": {\"nam\": \"x\"}}"))
                .isEqualTo(2);
        assertThat(err()).contains("identity.nam");
    }

    @Test
    void text_that_is_not_json_is_placed_by_line_and_column() {
        assertThat(run("LoanService", "submit", "{amountFen: 1}")).isEqualTo(2);
        assertThat(err()).contains("not JSON, line 1 column");
    }

    @Test
    void a_registry_that_does_not_answer_is_named() {
        assertThat(run("LoanService", "findOrder", "{}", "--registry", "zookeeper://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err()).contains("no ZooKeeper answers at 127.0.0.1:1");
    }

    @Test
    void missing_arguments_and_options_print_the_usage() {
        assertThat(run("LoanService")).isEqualTo(2);
        assertThat(err()).contains("usage: rpc");
        assertThat(run("LoanService", "submit", "{}", "--registri", "x")).isEqualTo(2);
        assertThat(err()).contains("unknown option --registri");
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("usage: rpc");
    }

    private int run(String... arguments) {
        err.reset();
        return new RpcCall(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments, null);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
