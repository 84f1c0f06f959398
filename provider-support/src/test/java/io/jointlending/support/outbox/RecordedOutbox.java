package io.jointlending.support.outbox;

import io.jointlending.support.json.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outbox that remembers what was added to it, in order, and sends nothing. */
public final class RecordedOutbox {
    private final List<NewMessage> added = new CopyOnWriteArrayList<>();
    private final Outbox outbox = new Outbox(RecordedOutbox::anyType, new Shelf() {
        @Override
        public void add(NewMessage message) {
            added.add(message);
        }

        @Override
        public boolean cancel(String key) {
            return added.removeIf(message -> message.key.equals(key));
        }
    });

    private static MessageType anyType(OutboxMessage message) {
        MessageType type = MessageType.of(message.topic(), message.type());
        return message.orderKey() == null ? type : type.inOrder();
    }

    /** The outbox to hand to the code under test. */
    public Outbox outbox() {
        return outbox;
    }

    /** Keys in the order of their adding. */
    public List<String> keys() {
        return added.stream().map(message -> message.key).toList();
    }

    /** The bodies of one type, read back from their JSON. */
    public <T> List<T> bodies(String type, Class<T> bodyType) {
        return added.stream()
                .filter(message -> message.type.equals(type))
                .map(message -> Json.read(message.body, bodyType))
                .toList();
    }
}
