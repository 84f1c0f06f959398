package io.jointlending.api.approval;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for proposals, newest first.
 *
 * @param list TO_DECIDE: pending ones of others that the caller may approve; MINE: what the caller proposed; ALL
 * @param status only those in this status, or null; TO_DECIDE is always PENDING
 * @param beforeNo only those with a lower number, for the next page; null begins with the newest
 * @param pageSize 1 to 200
 */
public record ApprovalListQuery(
        @NotBlank @Pattern(regexp = "TO_DECIDE|MINE|ALL") String list,
        @Nullable @Pattern(regexp = "PENDING|APPROVED|EXECUTED|FAILED|REJECTED|WITHDRAWN|EXPIRED") String status,
        @Nullable @Positive Long beforeNo,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
