package io.jointlending.support.outbox;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A message on its way into the table; the insert sets its id. */
final class NewMessage {
    final String topic;
    final String type;
    final String key;
    final @Nullable String orderKey;
    final String headers;
    final byte[] body;
    final int maxAttempts;
    final long liveSeconds; // 0: for ever
    final int cutOffSecond; // of the day in Asia/Shanghai, -1: none
    long id;

    NewMessage(MessageType type, String key, @Nullable String orderKey, String headers, byte[] body) {
        this.topic = type.topic();
        this.type = type.name();
        this.key = key;
        this.orderKey = orderKey;
        this.maxAttempts = type.maxAttempts();
        this.liveSeconds = type.timeToLive().map(Duration::toSeconds).orElse(0L);
        this.cutOffSecond = type.cutOff().map(LocalTime::toSecondOfDay).orElse(-1);
        this.headers = headers;
        this.body = body;
    }

    boolean expires() {
        return liveSeconds > 0 || cutOffSecond >= 0;
    }
}
