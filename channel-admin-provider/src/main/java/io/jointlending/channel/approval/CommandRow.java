package io.jointlending.channel.approval;

import io.jointlending.api.approval.ApprovalView;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A proposal as stored. */
record CommandRow(
        Long id,
        String action,
        String targetKind,
        String targetCode,
        @Nullable Long baseVersion,
        String payload,
        String reason,
        String maker,
        LocalDateTime createdAt,
        LocalDateTime expiresAt,
        String status,
        @Nullable String checker,
        @Nullable LocalDateTime decidedAt,
        @Nullable String note,
        @Nullable String result) {

    ApprovalView view() {
        return new ApprovalView(
                id,
                action,
                targetKind,
                targetCode,
                baseVersion,
                payload,
                reason,
                maker,
                createdAt,
                expiresAt,
                status,
                checker,
                decidedAt,
                note,
                result);
    }
}
