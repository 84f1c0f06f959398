package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;

/**
 * Says how a sandbox institution answers when it is asked to fund one order.
 *
 * @param orderNo master order, or {@code *} for every order without a setting of its own
 * @param institutionCode institution
 * @param answer ACCEPT, REFUSE, LATE (says PROCESSING first) or LOST (takes the request but the answer never arrives; a
 *     query finds it)
 * @param processingTimes for LATE and LOST: how many queries are answered PROCESSING before the acceptance
 */
public record SandboxInstitutionRequest(
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO + "|\\*") String orderNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = "ACCEPT|REFUSE|LATE|LOST") String answer,
        @NotNull @PositiveOrZero @Max(100) Integer processingTimes)
        implements Serializable {}
