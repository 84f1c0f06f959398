package io.jointlending.api.approval;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Decides about a proposal.
 *
 * @param commandNo number of the proposal
 * @param note why
 */
public record DecideRequest(@NotNull @Positive Long commandNo, @NotBlank @Size(max = 500) String note)
        implements Serializable {}
