package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for orders of some borrowers.
 *
 * @param borrowerNos whose, 1 to 2000
 * @param beforeOrderNo only orders with a smaller number, null for the newest
 * @param pageSize 1 to 50
 */
public record BorrowerOrdersQuery(
        @NotEmpty @Size(max = BorrowerOrdersQuery.MOST_BORROWERS)
                List<@NotNull @Pattern(regexp = Patterns.BORROWER_NO) String> borrowerNos,
        @Nullable @Pattern(regexp = Patterns.ORDER_NO) String beforeOrderNo,
        @NotNull @Min(1) @Max(50) Integer pageSize)
        implements Serializable {
    /** Borrowers that one question can name. */
    public static final int MOST_BORROWERS = 2000;
}
