package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;

/**
 * When and how much an institution funds (资金渠道). An institution without one is given no order, nor one without a limit
 * for the day.
 *
 * @param institutionCode institution
 * @param status OPEN, or PAUSED: it is given no new order
 * @param openHours hours of the day in which it takes orders, Asia/Shanghai, such as 06:00-22:30; the end is not inside; an end
 *     before its beginning is on the next day
 * @param quotas limits, each dimension at most once
 * @param windows planned times without service
 * @param hosts the only hosts that it is asked at, lower case, without port; without one it is asked nothing
 * @param version rises with every change, 1 for the first
 */
public record FundChannelView(
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = "OPEN|PAUSED") String status,
        @NotEmpty @Size(max = 8) List<@NotNull @Pattern(regexp = HOURS) String> openHours,
        @NotNull @Size(max = 3) @Valid List<QuotaLimitView> quotas,
        @NotNull @Size(max = 50) @Valid List<FundWindowView> windows,
        @NotNull @Size(max = 16) List<@NotNull @Size(max = 60) @Pattern(regexp = HOST) String> hosts,
        @NotNull @PositiveOrZero Long version)
        implements Serializable {
    /** It is given orders. */
    public static final String OPEN = "OPEN";
    /** It is given none. */
    public static final String PAUSED = "PAUSED";

    private static final String HOST = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";
    private static final String HOURS = "([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)";
}
