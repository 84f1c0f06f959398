package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks an institution for something.
 *
 * @param requestNo idempotency number of this command
 * @param channel our integration with the institution
 * @param behaviour what it is asked for; the flow is {@code channel.behaviour}
 * @param bizNo number under which the institution knows it, as the flow takes it from the input
 * @param attempt 1; higher to ask for the same once more on purpose
 * @param orderNo master order, or null
 * @param priority 1 online, 5 batch
 * @param businessDate day it belongs to, Asia/Shanghai, or null
 * @param input what the flow declares, as JSON
 */
public record SubmitFundTaskRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") String channel,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") String behaviour,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String bizNo,
        @NotNull @Min(1) @Max(99) Integer attempt,
        @Nullable @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotNull @Min(1) @Max(5) Integer priority,
        @Nullable LocalDate businessDate,
        @NotBlank @Size(max = 65536) String input)
        implements Serializable {}
