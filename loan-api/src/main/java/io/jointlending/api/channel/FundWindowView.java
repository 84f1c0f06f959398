package io.jointlending.api.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * A planned time in which an institution funds nothing: maintenance, a holiday.
 *
 * @param closedFrom first moment without, Asia/Shanghai
 * @param closedTo first moment with service again, Asia/Shanghai
 * @param reason for people
 */
public record FundWindowView(
        @NotNull LocalDateTime closedFrom, @NotNull LocalDateTime closedTo, @NotBlank @Size(max = 128) String reason)
        implements Serializable {}
