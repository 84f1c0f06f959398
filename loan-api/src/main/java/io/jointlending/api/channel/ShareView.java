package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One institution's share in a ratio scheme.
 *
 * @param seat place in the order of institutions, 1, 2, …
 * @param institutionCode who funds
 * @param kind SELF or EXTERNAL, see {@link InstitutionView}
 * @param shareBp share in basis points, 7000 is 70 %
 * @param lead true for exactly one: the funder of last resort
 * @param ownAnnualRate yearly rate of its own as a fraction, instead of its part of the borrower's interest; null for its
 *     part, and always for the lead, which gets what is left (A0535)
 */
public record ShareView(
        @NotNull @Min(1) @Max(16) Integer seat,
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = "SELF|EXTERNAL") String kind,
        @NotNull @Min(1) @Max(10_000) Integer shareBp,
        @NotNull Boolean lead,
        @Nullable @DecimalMin("0") @DecimalMax("0.36") BigDecimal ownAnnualRate)
        implements Serializable {}
