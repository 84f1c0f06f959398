package io.jointlending.support.outbox;

import org.jspecify.annotations.Nullable;

/** A message on its way into the table; the insert sets its id. */
final class NewMessage {
    final String topic;
    final String type;
    final String key;
    final @Nullable String orderKey;
    final String headers;
    final byte[] body;
    long id;

    NewMessage(String topic, String type, String key, @Nullable String orderKey, String headers, byte[] body) {
        this.topic = topic;
        this.type = type;
        this.key = key;
        this.orderKey = orderKey;
        this.headers = headers;
        this.body = body;
    }
}
