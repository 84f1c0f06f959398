package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks which schemes an order would be given, without giving it any.
 *
 * @param text a route to try that need not be published; null for the one that the product's orders go now
 * @param orderNo number of an order, real or made up: it decides where a pick goes by weight
 * @param productCode product
 * @param principalFen loan amount in fen
 * @param facts further facts, such as terms; product and amountFen are known
 * @param excluded institutions that are taken to have refused
 * @param at moment that is taken for now, Asia/Shanghai; null for now
 */
public record DryRunQuery(
        @Nullable @Size(max = 65_536) String text,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String productCode,
        @NotNull @Positive @Max(100_000_000_000L) Long principalFen,
        @NotNull @Size(max = 16) @Valid List<FactView> facts,
        @NotNull @Size(max = 16) List<@NotNull @Pattern(regexp = Patterns.CODE) String> excluded,
        @Nullable LocalDateTime at)
        implements Serializable {}
