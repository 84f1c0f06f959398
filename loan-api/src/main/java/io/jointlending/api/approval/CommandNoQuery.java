package io.jointlending.api.approval;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;

/**
 * Names one proposal.
 *
 * @param commandNo number of the proposal
 */
public record CommandNoQuery(@NotNull @Positive Long commandNo) implements Serializable {}
