package io.jointlending.support.message;

import io.jointlending.api.ops.MessageView;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A message as an operator sees it, from either table, in the order of the columns read. */
record MessageRow(
        long id,
        String topic,
        String type,
        String msgKey,
        @Nullable String orderKey,
        String consumerGroup,
        String state,
        int attempts,
        @Nullable String problem,
        LocalDateTime createdAt,
        @Nullable LocalDateTime endedAt,
        @Nullable String resolvedBy) {
    MessageView view(String source) {
        return new MessageView(
                source,
                id,
                topic,
                type,
                msgKey,
                orderKey,
                consumerGroup,
                state,
                attempts,
                problem,
                createdAt,
                endedAt,
                resolvedBy);
    }
}
