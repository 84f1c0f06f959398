package io.jointlending.devstack;

import java.time.Duration;

/** What a person who waits for the stack gets to read, on stderr. */
final class Progress {
    private Progress() {}

    static void say(String line) {
        System.err.println(line);
    }

    /** 1234 ms reads "1.2 s". */
    static String seconds(Duration time) {
        return time.toMillis() / 1000 + "." + time.toMillis() % 1000 / 100 + " s";
    }
}
