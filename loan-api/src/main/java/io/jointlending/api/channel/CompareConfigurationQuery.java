package io.jointlending.api.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;

/**
 * Asks what an import would change.
 *
 * @param file what would be imported
 */
public record CompareConfigurationQuery(@NotNull @Valid ConfigurationFileView file) implements Serializable {}
