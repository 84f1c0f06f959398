package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Moves a product one step along ON_SALE, REPAY_ONLY, OFFLINE, in either direction.
 *
 * @param requestNo idempotency number of this command
 * @param productCode product
 * @param status wanted status
 * @param operator who asks for it, written to the audit
 */
public record ChangeProductStatusRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String productCode,
        @NotBlank @Pattern(regexp = "ON_SALE|REPAY_ONLY|OFFLINE") String status,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
