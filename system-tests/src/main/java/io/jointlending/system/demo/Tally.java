package io.jointlending.system.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What happened so far, counted by many threads. */
final class Tally {
    private static final int KEPT = 20;

    final LongAdder loans = new LongAdder();
    final LongAdder repayments = new LongAdder();
    final LongAdder beforeSubOrders = new LongAdder();
    final LongAdder splitMismatches = new LongAdder();
    final LongAdder notSettled = new LongAdder();
    final LongAdder broken = new LongAdder();
    private final List<String> troubles = new ArrayList<>();

    /** Keeps the first few for the report. */
    synchronized void trouble(String line) {
        if (troubles.size() < KEPT) {
            troubles.add(line);
        }
    }

    synchronized List<String> troubles() {
        return List.copyOf(troubles);
    }
}
