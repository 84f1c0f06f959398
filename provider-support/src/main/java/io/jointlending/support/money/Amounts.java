package io.jointlending.support.money;

/**
 * An amount by component, in fen. Parts may be negative only where a difference is meant.
 *
 * @param principalFen principal (本金)
 * @param interestFen interest (利息)
 * @param penaltyFen penalty (罚息)
 * @param feeFen fee (费用)
 */
public record Amounts(long principalFen, long interestFen, long penaltyFen, long feeFen) {
    /** Nothing of anything. */
    public static final Amounts ZERO = new Amounts(0, 0, 0, 0);

    /** Sum of the components in fen. */
    public long total() {
        return Math.addExact(Math.addExact(principalFen, interestFen), Math.addExact(penaltyFen, feeFen));
    }

    /** Component by component sum. */
    public Amounts plus(Amounts other) {
        return new Amounts(
                Math.addExact(principalFen, other.principalFen),
                Math.addExact(interestFen, other.interestFen),
                Math.addExact(penaltyFen, other.penaltyFen),
                Math.addExact(feeFen, other.feeFen));
    }

    /** Component by component difference. */
    public Amounts minus(Amounts other) {
        return new Amounts(
                Math.subtractExact(principalFen, other.principalFen),
                Math.subtractExact(interestFen, other.interestFen),
                Math.subtractExact(penaltyFen, other.penaltyFen),
                Math.subtractExact(feeFen, other.feeFen));
    }

    /** One component in fen. */
    public long of(Component component) {
        return switch (component) {
            case PENALTY -> penaltyFen;
            case FEE -> feeFen;
            case INTEREST -> interestFen;
            case PRINCIPAL -> principalFen;
        };
    }

    /** The same amounts with one component replaced. */
    public Amounts with(Component component, long fen) {
        return switch (component) {
            case PENALTY -> new Amounts(principalFen, interestFen, fen, feeFen);
            case FEE -> new Amounts(principalFen, interestFen, penaltyFen, fen);
            case INTEREST -> new Amounts(principalFen, fen, penaltyFen, feeFen);
            case PRINCIPAL -> new Amounts(fen, interestFen, penaltyFen, feeFen);
        };
    }

    /** True when no component is below the other's. */
    public boolean covers(Amounts other) {
        return principalFen >= other.principalFen
                && interestFen >= other.interestFen
                && penaltyFen >= other.penaltyFen
                && feeFen >= other.feeFen;
    }
}
