package io.jointlending.support.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a figure that is not whole becomes fen. A product chooses one, and it holds for every figure of its orders. */
public enum Rounding {
    /** Half a fen goes up: the habit of Chinese consumer lending and the default. */
    HALF_UP(RoundingMode.HALF_UP),
    /** Half a fen goes to the even neighbour. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** The nearest whole fen. */
    public long round(BigDecimal fen) {
        return fen.setScale(0, mode).longValueExact();
    }

    /** The nearest whole fen of the exact quotient: rounds once, never an already rounded figure. */
    public long quotient(BigDecimal dividendFen, BigDecimal divisor) {
        return dividendFen.divide(divisor, 0, mode).longValueExact();
    }
}
