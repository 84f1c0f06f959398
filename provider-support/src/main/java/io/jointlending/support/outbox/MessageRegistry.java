package io.jointlending.support.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The message types of a provider, by name. */
public final class MessageRegistry {
    private final Map<String, MessageType> types = new TreeMap<>();

    private MessageRegistry() {}

    /** A registry; IllegalStateException when two types have one name. */
    public static MessageRegistry of(Collection<MessageType> declared) {
        MessageRegistry registry = new MessageRegistry();
        for (MessageType type : declared) {
            if (registry.types.put(type.name(), type) != null) {
                throw new IllegalStateException("two message types are called " + type.name());
            }
        }
        return registry;
    }

    /** All of them, by name. */
    public List<MessageType> all() {
        return List.copyOf(types.values());
    }

    /** The type of this name; a row may have one that a later release does not know any more. */
    Optional<MessageType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type of a message that is to be sent; IllegalStateException unless it is sent as it was declared. */
    MessageType require(OutboxMessage message) {
        MessageType type = find(message.type())
                .orElseThrow(() -> new IllegalStateException("message type " + message.type() + " of " + message.key()
                        + " is not declared, only " + types.keySet()));
        if (!type.topic().equals(message.topic())) {
            throw new IllegalStateException(
                    "message type " + type.name() + " goes to " + type.topic() + ", not to " + message.topic());
        }
        if (type.ordered() != (message.orderKey() != null)) {
            throw new IllegalStateException("message " + message.key() + " of type " + type.name()
                    + (type.ordered() ? " needs an order key" : " must not have an order key"));
        }
        return type;
    }
}
