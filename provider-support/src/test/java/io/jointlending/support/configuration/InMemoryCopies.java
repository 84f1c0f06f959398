package io.jointlending.support.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Copies that end with the process. */
public final class InMemoryCopies implements Copies {
    private record Key(String kind, String code) {}

    private record Copy(long version, String body) {}

    private final Map<Key, Copy> copies = new HashMap<>();

    @Override
    public synchronized void keep(String kind, String code, long version, String body) {
        Copy old = copies.get(new Key(kind, code));
        if (old == null || version >= old.version) {
            copies.put(new Key(kind, code), new Copy(version, body));
        }
    }

    @Override
    public synchronized boolean publish(String kind, String code, long version, String body) {
        Copy old = copies.get(new Key(kind, code));
        if (old != null && version <= old.version) {
            return false;
        }
        copies.put(new Key(kind, code), new Copy(version, body));
        return true;
    }

    @Override
    public synchronized Optional<String> find(String kind, String code) {
        return Optional.ofNullable(copies.get(new Key(kind, code))).map(Copy::body);
    }
}
