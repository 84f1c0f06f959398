package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Who funds loans (资方).
 *
 * @param institutionCode code, never changed
 * @param name name for people
 * @param kind SELF (our own small-loan company: no outside call) or EXTERNAL
 * @param status ENABLED or DISABLED
 */
public record InstitutionView(
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Size(max = 64) String name,
        @NotBlank @Pattern(regexp = "SELF|EXTERNAL") String kind,
        @NotBlank @Pattern(regexp = "ENABLED|DISABLED") String status)
        implements Serializable {
    /** Our own small-loan company. */
    public static final String SELF = "SELF";
    /** Reached by a call. */
    public static final String EXTERNAL = "EXTERNAL";
}
