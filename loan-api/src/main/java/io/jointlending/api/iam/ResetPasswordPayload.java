package io.jointlending.api.iam;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Whose password is replaced; the new one is made when it is approved.
 *
 * @param loginName user
 */
public record ResetPasswordPayload(@NotBlank @Pattern(regexp = "[a-z][a-z0-9._-]{1,31}") String loginName)
        implements Serializable {}
