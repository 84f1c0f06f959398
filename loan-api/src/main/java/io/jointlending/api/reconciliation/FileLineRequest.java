package io.jointlending.api.reconciliation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One line of an institution's file: what one event did to one sub-order on the date of the file.
 *
 * @param lineNo its place in the file, from 1; a line sent twice is kept once
 * @param subOrderNo our number of the sub-order
 * @param eventKind kind of the event as in our book, such as PAYMENT or REVERSAL
 * @param principalFen principal settled, in fen; negative for a reversal
 * @param interestFen interest settled, in fen
 * @param penaltyFen penalty settled, in fen
 * @param feeFen fee settled, in fen
 * @param status status of the sub-order at the end of the date, or null when the file does not say it
 */
public record FileLineRequest(
        @NotNull @Min(1) Integer lineNo,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String subOrderNo,
        @NotBlank @Pattern(regexp = "[A-Z_]{1,16}") String eventKind,
        @NotNull Long principalFen,
        @NotNull Long interestFen,
        @NotNull Long penaltyFen,
        @NotNull Long feeFen,
        @Nullable @Pattern(regexp = "[A-Z_]{1,16}") String status)
        implements Serializable {}
