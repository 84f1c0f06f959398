package io.jointlending.api.repayment;

import java.io.Serializable;

/**
 * An amount by component, in fen.
 *
 * @param principalFen principal (本金)
 * @param interestFen interest (利息)
 * @param penaltyFen penalty (罚息)
 * @param feeFen fee (费用)
 */
public record AmountsView(Long principalFen, Long interestFen, Long penaltyFen, Long feeFen) implements Serializable {
    /** Sum of the components in fen. */
    public long totalFen() {
        return Math.addExact(Math.addExact(principalFen, interestFen), Math.addExact(penaltyFen, feeFen));
    }
}
