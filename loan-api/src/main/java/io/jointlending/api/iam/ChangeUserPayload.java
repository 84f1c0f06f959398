package io.jointlending.api.iam;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;

/**
 * What a user is from now on.
 *
 * @param loginName user
 * @param status ENABLED or DISABLED
 * @param roles all roles
 * @param channels all channels; empty for an OPERATOR
 */
public record ChangeUserPayload(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9._-]{1,31}") String loginName,
        @NotBlank @Pattern(regexp = "ENABLED|DISABLED") String status,
        @NotNull @Size(max = 16) List<@NotBlank @Pattern(regexp = Patterns.CODE) String> roles,
        @NotNull @Size(max = 50) List<@NotBlank @Pattern(regexp = Patterns.CODE) String> channels)
        implements Serializable {}
