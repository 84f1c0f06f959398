package io.jointlending.support.order;

/** Where ranges of numbers come from: a table, or memory in tests. */
interface NumberSegments {
    /** Takes the next {@code size} numbers of a sequence for this process and returns the first of them. */
    long take(String sequence, int size);
}
