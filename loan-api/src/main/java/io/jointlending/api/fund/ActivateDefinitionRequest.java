package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Makes a version the one that new tasks begin with.
 *
 * @param requestNo idempotency number of this command
 * @param kind FLOW or CHANNEL
 * @param name such as {@code first-bank.loan}
 * @param version version
 * @param operator another person than the one who published it
 * @param divergencesSeen how many diverging tasks of the shadow replay were looked at and accepted
 */
public record ActivateDefinitionRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "FLOW|CHANNEL") String kind,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9.-]{0,63}") String name,
        @NotNull @Min(1) Integer version,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator,
        @NotNull @Min(0) Integer divergencesSeen)
        implements Serializable {}
