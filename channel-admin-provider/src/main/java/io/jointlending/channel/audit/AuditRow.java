package io.jointlending.channel.audit;

import org.jspecify.annotations.Nullable;

/** One change; {@code beforeState} is null when the target was created. */
record AuditRow(
        String operator,
        String caller,
        String action,
        String targetKind,
        String targetCode,
        String requestNo,
        @Nullable String beforeState,
        String afterState,
        @Nullable String traceId) {}
