package io.jointlending.api.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Searches the audit, newest first. Whatever is null does not matter.
 *
 * @param who under whose name it was done
 * @param action what was done, such as createScheme
 * @param targetKind kind of what was changed, such as PRODUCT; together with {@code targetCode}
 * @param targetCode its code
 * @param from earliest moment, UTC
 * @param until latest moment, UTC
 * @param afterAt {@code at} of the last entry of the page before, to go on behind it; together with {@code afterEntry}
 * @param afterEntry {@code entryNo} of that entry
 * @param pageSize 1 to 200
 */
public record AuditSearchQuery(
        @Nullable @Size(min = 1, max = 64) String who,
        @Nullable @Pattern(regexp = "[A-Za-z.]{1,64}") String action,
        @Nullable @Pattern(regexp = "[A-Z_]{1,16}") String targetKind,
        @Nullable @Pattern(regexp = "[!-~]{1,64}") String targetCode,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until,
        @Nullable LocalDateTime afterAt,
        @Nullable @Positive Long afterEntry,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
