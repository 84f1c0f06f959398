package io.jointlending.system.offline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a {@link LabConsumer} has told so far. */
final class Load {
    private static final int MOST_FAILURES_KEPT = 50;

    private final Map<String, Long> lastReceivedAt = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile long calls;
    private volatile long failed;
    private volatile long longRunning;

    void accept(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("FAIL") && failures.size() < MOST_FAILURES_KEPT) {
            failures.add(line);
        } else if (words[0].equals("SEEN")) {
            calls = Long.parseLong(words[1]);
            failed = Long.parseLong(words[2]);
            longRunning = Long.parseLong(words[3]);
            for (int i = 4; i < words.length; i++) {
                String[] pair = words[i].split("=", -1);
                lastReceivedAt.put(pair[0], Long.valueOf(pair[1]));
            }
        }
    }

    long calls() {
        return calls;
    }

    long failed() {
        return failed;
    }

    /** Long calls that have no answer yet. */
    long longRunning() {
        return longRunning;
    }

    /** When the last request that was answered reached this instance, in ms; 0 before the first. */
    long lastReceivedAt(String instance) {
        return lastReceivedAt.getOrDefault(instance, 0L);
    }

    List<String> failures() {
        return failures;
    }
}
