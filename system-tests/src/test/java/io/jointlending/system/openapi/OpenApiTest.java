package io.jointlending.system.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.system.client.Contracts;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/api/openapi.yaml is made from the contracts; {@code -Djl.update=true} writes it anew. */
final class OpenApiTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final Path FILE = ROOT.resolve("docs/api/openapi.yaml");

    private static OpenAPI document;

    @BeforeAll
    static void make() throws IOException {
        document = ContractDocument.of(Contracts.all(), SourceText.read(ROOT.resolve("loan-api/src/main/java")));
    }

    @Test
    void the_committed_document_is_what_the_contracts_say() throws IOException {
        String made = Yaml.pretty(document);
        if (Boolean.getBoolean("jl.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, made);
        }
        assertThat(FILE)
                .as("written by: mvn -pl loan-api,system-tests -am test -Dtest=OpenApiTest -Djl.update=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -DskipDist")
                .hasContent(made);
    }

    @Test
    void every_method_of_every_contract_is_in_it() {
        Set<String> methods = Contracts.all().stream()
                .flatMap(contract -> List.of(contract.getMethods()).stream()
                        .map(method -> "/" + contract.getName() + "/" + method.getName()))
                .collect(Collectors.toSet());
        assertThat(methods).hasSizeGreaterThan(100);
        assertThat(document.getPaths().keySet()).isEqualTo(methods);
    }

    @Test
    void limits_are_those_of_the_constraints() {
        Schema<?> submit = schema("SubmitLoanRequest");
        assertThat(submit.getRequired()).contains("requestNo", "amountFen").doesNotContain("schemeCode");
        assertThat(property("SubmitLoanRequest", "requestNo").getPattern())
                .startsWith("^(?:")
                .endsWith(")$");
        assertThat(property("CallsQuery", "days").getMaximum()).isEqualByComparingTo("366");
        assertThat(property("MessageSearchQuery", "key").getNullable()).isTrue();
        assertThat(property("ProductView", "terms").getItems().getMaximum()).isEqualByComparingTo("120");
        assertThat(property("ProductView", "terms").getMaxItems()).isEqualTo(24);
        assertThat(property("ProductView", "annualRate").getMaximum()).isEqualByComparingTo("0.36");
    }

    @Test
    void every_code_that_a_method_names_exists_and_every_record_and_component_is_explained() {
        Set<String> known = ErrorCodes.all().stream().map(ErrorCode::code).collect(Collectors.toSet());
        List<String> silent = new ArrayList<>();
        document.getPaths().values().forEach(path -> {
            Operation operation = path.getPost();
            Map<String, Object> extensions = operation.getExtensions();
            if (extensions != null && extensions.get("x-codes") instanceof List<?> codes) {
                assertThat(known).as(operation.getOperationId()).containsAll(strings(codes));
            }
        });
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getDescription() == null) {
                silent.add(name);
            }
            Map<?, ?> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
            properties.forEach((property, one) -> {
                if (((Schema<?>) one).getDescription() == null) {
                    silent.add(name + "#" + property);
                }
            });
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void who_may_call_is_said() {
        String approve = "/" + ApprovalService.class.getName() + "/approve";
        assertThat(Objects.requireNonNull(document.getPaths().get(approve))
                        .getPost()
                        .getExtensions())
                .containsEntry("x-kind", "once")
                .containsEntry("x-logged-in", true);
    }

    private static Schema<?> schema(String name) {
        return Objects.requireNonNull(document.getComponents().getSchemas().get(name), name);
    }

    private static Schema<?> property(String record, String name) {
        return Objects.requireNonNull((Schema<?>) schema(record).getProperties().get(name), name);
    }

    private static List<String> strings(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }
}
