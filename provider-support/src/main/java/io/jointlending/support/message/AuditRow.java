package io.jointlending.support.message;

import org.jspecify.annotations.Nullable;

/** What an operator did with a message. */
record AuditRow(
        String operator,
        String caller,
        String requestNo,
        String action,
        String source,
        long rowNo,
        String consumerGroup,
        String msgKey,
        String beforeState,
        String afterState,
        String note,
        String outcome,
        @Nullable String traceId) {}
