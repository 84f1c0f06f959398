package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan product.
 *
 * @param productId the number the product is known by in older systems
 * @param productCode code, never changed
 * @param name name for people
 * @param status ON_SALE, REPAY_ONLY (no new loans, repayments go on) or OFFLINE
 * @param method EQUAL_INSTALLMENT (等额本息), EQUAL_PRINCIPAL (等额本金), INTEREST_FIRST (先息后本), BULLET (到期还本付息) or FLAT
 *     (等本等息)
 * @param annualRate yearly interest as a fraction: 0.18 is 18 %; 0 is free of interest
 * @param rounding HALF_UP or HALF_EVEN
 * @param terms numbers of installments on offer
 * @param minAmountFen smallest loan in fen
 * @param maxAmountFen largest loan in fen
 * @param penaltyDailyRate penalty per day on overdue principal, as a fraction
 * @param penaltyGraceDays days of grace after the due date
 * @param schemeCodes ratio schemes that may fund it, first choice first
 * @param options what it may set beyond its price; null for every default
 * @param version rises with every change; what a request says is ignored
 */
public record ProductView(
        @NotNull @Positive Integer productId,
        @NotBlank @Pattern(regexp = Patterns.CODE) String productCode,
        @NotBlank @Size(max = 64) String name,
        @NotBlank @Pattern(regexp = "ON_SALE|REPAY_ONLY|OFFLINE") String status,
        @NotBlank @Pattern(regexp = "EQUAL_INSTALLMENT|EQUAL_PRINCIPAL|INTEREST_FIRST|BULLET|FLAT") String method,
        @NotNull @DecimalMin("0") @DecimalMax("0.36") BigDecimal annualRate,
        @NotBlank @Pattern(regexp = "HALF_UP|HALF_EVEN") String rounding,
        @NotEmpty @Size(max = 24) List<@NotNull @Min(1) @Max(120) Integer> terms,
        @NotNull @Positive Long minAmountFen,
        @NotNull @Positive @Max(100_000_000_000L) Long maxAmountFen,
        @NotNull @DecimalMin("0") @DecimalMax("0.01") BigDecimal penaltyDailyRate,
        @NotNull @Min(0) @Max(60) Integer penaltyGraceDays,
        @NotEmpty @Size(max = 16) List<@NotNull @Pattern(regexp = Patterns.CODE) String> schemeCodes,
        @Nullable @Valid ProductOptionsView options,
        @PositiveOrZero Long version)
        implements Serializable {
    /** New loans are made. */
    public static final String ON_SALE = "ON_SALE";
    /** No new loans; repayments of paid-out loans go on. */
    public static final String REPAY_ONLY = "REPAY_ONLY";
    /** Retired. */
    public static final String OFFLINE = "OFFLINE";
}
