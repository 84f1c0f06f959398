package io.jointlending.fund.quota.domain;

/**
 * One counted quota.
 *
 * @param institutionCode whose money
 * @param dimension what is counted
 * @param period business day as yyyyMMdd, or {@code -}
 * @param limitFen limit in fen; may be below what is counted after it was lowered
 * @param reservedFen promised to orders under way, in fen
 * @param usedFen lent, in fen
 * @param alarmBp part of the limit, in basis points, from which somebody is told
 */
public record Quota(
        String institutionCode,
        Dimension dimension,
        String period,
        long limitFen,
        long reservedFen,
        long usedFen,
        int alarmBp) {
    private static final int WHOLE_BP = 10_000;

    /** What may still be promised, in fen; below 0 after the limit was lowered. */
    public long headroomFen() {
        return Math.subtractExact(limitFen, Math.addExact(reservedFen, usedFen));
    }

    /** Whether the alarm threshold is passed. */
    public boolean scarce() {
        long counted = Math.addExact(reservedFen, usedFen);
        long threshold = limitFen / WHOLE_BP * alarmBp + limitFen % WHOLE_BP * alarmBp / WHOLE_BP;
        return counted > threshold;
    }
}
