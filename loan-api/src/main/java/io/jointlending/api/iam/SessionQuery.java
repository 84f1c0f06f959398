package io.jointlending.api.iam;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Names a session.
 *
 * @param tokenHash SHA-256 of its token, 64 hex digits; the token itself stays with the person
 */
public record SessionQuery(@NotBlank @Pattern(regexp = "[0-9a-f]{64}") String tokenHash) implements Serializable {}
