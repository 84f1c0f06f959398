package io.jointlending.api.fund;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Searches what persons did on the fund side, newest first. Whatever is null does not matter.
 *
 * @param who under whose name it was done
 * @param action PUBLISH, ACTIVATE, RESUME, JUMP, FINISH, REPIN or BREAKER
 * @param subject task number, name and version of a definition, or channel
 * @param afterEntry {@code entryNo} of the last entry of the page before, to go on behind it
 * @param pageSize 1 to 200
 */
public record FundAuditQuery(
        @Nullable @Size(min = 1, max = 64) String who,
        @Nullable @Pattern(regexp = "[A-Z]{1,16}") String action,
        @Nullable @Pattern(regexp = "[!-~]([ -~]{0,94}[!-~])?") String subject,
        @Nullable @Positive Long afterEntry,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
