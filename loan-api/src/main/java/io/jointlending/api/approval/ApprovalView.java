package io.jointlending.api.approval;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and what became of it.
 *
 * @param commandNo its number
 * @param action one of {@link Actions}
 * @param targetKind what kind of thing it changes
 * @param targetCode which one
 * @param baseVersion version of the target when it was proposed, 0 when it did not exist, null where the owner has none
 * @param payload JSON of the change
 * @param reason why it was proposed
 * @param maker who proposed it
 * @param madeAt UTC
 * @param expiresAt UTC, when it expires if nobody decides
 * @param status PENDING, APPROVED (on its way to its owner), EXECUTED, FAILED, REJECTED, WITHDRAWN or EXPIRED
 * @param checker who approved or rejected it
 * @param decidedAt UTC
 * @param note why it was decided so
 * @param result what came of it: JSON of the target, or the code and message of a failure
 */
public record ApprovalView(
        Long commandNo,
        String action,
        String targetKind,
        String targetCode,
        @Nullable Long baseVersion,
        String payload,
        String reason,
        String maker,
        LocalDateTime madeAt,
        LocalDateTime expiresAt,
        String status,
        @Nullable String checker,
        @Nullable LocalDateTime decidedAt,
        @Nullable String note,
        @Nullable String result)
        implements Serializable {}
