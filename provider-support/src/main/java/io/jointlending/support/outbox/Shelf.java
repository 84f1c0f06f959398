package io.jointlending.support.outbox;

/** Where added messages are put: the table, or a list in tests. */
interface Shelf {
    void add(NewMessage message);

    /** Takes back a message that waits; false when there is none. */
    boolean cancel(String key);
}
