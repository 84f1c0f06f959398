package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who funds loans (资方).
 *
 * @param institutionCode code, never changed
 * @param name name for people
 * @param kind SELF (our own small-loan company: no outside call) or EXTERNAL
 * @param status ENABLED or DISABLED: then it is asked to fund no new order
 * @param version rises with every change, null in what an older sender wrote; what a request says is ignored
 */
public record InstitutionView(
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Size(max = 64) String name,
        @NotBlank @Pattern(regexp = "SELF|EXTERNAL") String kind,
        @NotBlank @Pattern(regexp = "ENABLED|DISABLED") String status,
        @Nullable @PositiveOrZero Long version)
        implements Serializable {
    /** Our own small-loan company. */
    public static final String SELF = "SELF";
    /** Reached by a call. */
    public static final String EXTERNAL = "EXTERNAL";
    /** Funds new orders. */
    public static final String ENABLED = "ENABLED";

    /** As it is added. */
    public InstitutionView(String institutionCode, String name, String kind, String status) {
        this(institutionCode, name, kind, status, 1L);
    }
}
