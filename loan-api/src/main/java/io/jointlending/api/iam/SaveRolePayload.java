package io.jointlending.api.iam;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;

/**
 * A role as it is from now on.
 *
 * @param roleCode code, new or known
 * @param name name for people
 * @param permissions all its permissions
 */
public record SaveRolePayload(
        @NotBlank @Pattern(regexp = Patterns.CODE) String roleCode,
        @NotBlank @Size(max = 64) String name,
        @NotNull @Size(max = 200) List<@NotBlank @Pattern(regexp = "[a-z]+:[a-z]+:[a-z]+") String> permissions)
        implements Serializable {}
