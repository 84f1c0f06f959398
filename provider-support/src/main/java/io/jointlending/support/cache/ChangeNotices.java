package io.jointlending.support.cache;

import java.util.function.BiConsumer;

/** How processes tell each other that a configured value changed. */
public interface ChangeNotices {
    /** Registers who wants to know; called with kind and key. */
    void onChange(BiConsumer<String, String> listener);

    /** Tells all processes; never fails and never waits. */
    void send(String kind, String key);

    /** No notices: every process finds out by itself when an entry is too old. */
    static ChangeNotices none() {
        return new ChangeNotices() {
            @Override
            public void onChange(BiConsumer<String, String> listener) {}

            @Override
            public void send(String kind, String key) {}
        };
    }
}
