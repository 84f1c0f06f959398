package io.jointlending.api.iam;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Opens a session.
 *
 * @param loginName as it was given to the user
 * @param password never logged; the text form of this record hides it
 */
public record LoginRequest(
        @NotBlank @Size(max = 64) String loginName, @NotNull @Size(min = 1, max = 256) String password)
        implements Serializable {
    @Override
    public String toString() {
        return "LoginRequest[" + loginName + ", password hidden]";
    }
}
