package io.jointlending.api.loan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * The four facts that identify a person to a bank (四要素). Stored encrypted in loan-provider only; no other answer or
 * message of this platform carries them unmasked. {@link #toString()} shows none of them.
 *
 * @param name name as on the identity card
 * @param idNumber identity card number, 18 characters
 * @param mobile mobile number, 11 digits
 * @param cardNumber bank card number, 12 to 19 digits
 */
public record IdentityFacts(
        @NotBlank @Size(max = 64) String name,
        @NotBlank @Pattern(regexp = "[0-9]{17}[0-9X]") String idNumber,
        @NotBlank @Pattern(regexp = "1[0-9]{10}") String mobile,
        @NotBlank @Pattern(regexp = "[0-9]{12,19}") String cardNumber)
        implements Serializable {

    @Override
    public String toString() {
        return "IdentityFacts[***]";
    }
}
