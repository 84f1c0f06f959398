package io.jointlending.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the environment gives a process to sign its calls with. */
class ApplicationKeysTest {
    private static final byte[] MASTER = new byte[32];
    private static final String KEY =
            ApplicationKey.derive(MASTER, "reports", 2, "loan").secretForm();

    @AfterEach
    void forget() {
        ApplicationKeys.readFrom(System.getenv());
    }

    @Test
    void the_given_key_goes_before_one_made_from_the_master_key() {
        String master = Base64.getEncoder().encodeToString(MASTER);
        ApplicationKeys.readFrom(Map.of("JL_APPLICATION_KEY", KEY, "JL_SECURITY_MASTER_KEY", master));
        assertThat(Objects.requireNonNull(ApplicationKeys.of("anything")).publicPart())
                .isEqualTo("reports.2.loan");
        ApplicationKeys.readFrom(Map.of("JL_SECURITY_MASTER_KEY", master));
        assertThat(Objects.requireNonNull(ApplicationKeys.of("anything")).publicPart())
                .isEqualTo("anything.1.*");
        ApplicationKeys.readFrom(Map.of());
        ApplicationKeys.useMasterKey("");
        assertThat(ApplicationKeys.of("anything")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "JL_APPLICATION_KEY, nonsense, not an application key",
        "JL_APPLICATION_KEY, reports.2.loan.c2hvcnQ, 5 bytes",
        "JL_APPLICATION_KEY_FILE, /nowhere/key, cannot read /nowhere/key",
        "JL_SECURITY_MASTER_KEY, c2hvcnQ=, the master key has 5 bytes",
    })
    void a_key_that_cannot_be_read_fails_each_call_and_names_its_variable(
            String variable, String value, String problem) {
        ApplicationKeys.readFrom(Map.of(variable, value));
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> ApplicationKeys.of("reports"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("calls cannot be signed, " + variable + ": ")
                    .hasMessageContaining(problem)
                    .hasMessageNotContaining("c2hvcnQ");
        }
    }
}
