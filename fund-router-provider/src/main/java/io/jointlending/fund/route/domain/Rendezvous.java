package io.jointlending.fund.route.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;

/**
 * Orders choices by weight, always the same way for one order: weighted rendezvous hashing. Each choice waits
 * −log₂(u) / weight, where u in (0, 1] is a hash of order and choice; the shortest wait comes first. So choices come first in
 * proportion to their weights, a choice that is taken away moves only the orders that were on it, and asking again answers
 * the same. Whole numbers only: every machine computes the same.
 */
final class Rendezvous {
    /** Binary digits after the point of a logarithm. */
    private static final int FRACTION = 32;
    /** Binary digits of a hash. */
    private static final int HASH = 62;

    private Rendezvous() {}

    static List<Pick.Choice> order(String orderNo, List<Pick.Choice> choices) {
        return choices.stream()
                .map(choice -> new Waiting(choice, wait(orderNo, choice.scheme())))
                .sorted(Comparator.comparing((Waiting one) -> one, Rendezvous::shorter)
                        .thenComparing(one -> one.choice().scheme()))
                .map(Waiting::choice)
                .toList();
    }

    private record Waiting(Pick.Choice choice, long length) {}

    /** wait/weight against wait/weight, multiplied out: below 2^38 × 10^4, so it fits. */
    private static int shorter(Waiting one, Waiting two) {
        return Long.compare(
                Math.multiplyExact(one.length(), (long) two.choice().weight()),
                Math.multiplyExact(two.length(), (long) one.choice().weight()));
    }

    private static long wait(String orderNo, String scheme) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((orderNo + '|' + scheme).getBytes(StandardCharsets.UTF_8));
            return minusLog2((ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - HASH)) + 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** −log₂(x / 2^62) with {@link #FRACTION} binary digits, for x from 1 to 2^62, by squaring. */
    static long minusLog2(long x) {
        int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(x);
        long mantissa = x << (HASH - whole); // 1.0 to below 2.0, as 2^62 to below 2^63
        long fraction = 0;
        for (int digit = 0; digit < FRACTION; digit++) {
            mantissa = Math.multiplyHigh(mantissa, mantissa) << 2; // back to 2^62 as the unit, below 4.0 as unsigned
            fraction <<= 1;
            if (mantissa < 0) {
                fraction |= 1;
                mantissa >>>= 1;
            }
        }
        return ((long) HASH << FRACTION) - ((long) whole << FRACTION) - fraction;
    }
}
