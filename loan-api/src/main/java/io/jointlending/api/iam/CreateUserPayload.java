package io.jointlending.api.iam;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;

/**
 * A new user.
 *
 * @param loginName 2 to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter; never changed
 * @param displayName name for people
 * @param kind OPERATOR or CHANNEL_USER
 * @param roles codes of roles
 * @param channels codes of channels that a CHANNEL_USER sees; empty for an OPERATOR
 */
public record CreateUserPayload(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9._-]{1,31}") String loginName,
        @NotBlank @Size(max = 64) String displayName,
        @NotBlank @Pattern(regexp = "OPERATOR|CHANNEL_USER") String kind,
        @NotNull @Size(max = 16) List<@NotBlank @Pattern(regexp = Patterns.CODE) String> roles,
        @NotNull @Size(max = 50) List<@NotBlank @Pattern(regexp = Patterns.CODE) String> channels)
        implements Serializable {}
