package io.jointlending.api.iam;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Changes the password of the caller; the text form of this record hides both.
 *
 * @param currentPassword the one in force, also a one-time password
 * @param newPassword 12 to 256 characters, neither the current one nor the login name
 */
public record ChangePasswordRequest(
        @NotNull @Size(min = 1, max = 256) String currentPassword,
        @NotNull @Size(min = 12, max = 256) String newPassword)
        implements Serializable {
    @Override
    public String toString() {
        return "ChangePasswordRequest[hidden]";
    }
}
