package io.jointlending.system.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Cuts an amount into random parts. */
final class Cuts {
    private Cuts() {}

    /** {@code pieces} positive parts of random size that add up to the total; fewer where the total is smaller. */
    static List<Long> of(long totalFen, int pieces, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<Long> cuts = new TreeSet<>();
        long most = Math.min(pieces, totalFen) - 1;
        while (cuts.size() < most) {
            cuts.add(random.nextLong(1, totalFen));
        }
        cuts.add(totalFen);
        List<Long> parts = new ArrayList<>();
        long before = 0;
        for (long cut : cuts) {
            parts.add(cut - before);
            before = cut;
        }
        return parts;
    }
}
