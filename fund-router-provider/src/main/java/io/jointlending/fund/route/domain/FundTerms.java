package io.jointlending.fund.route.domain;

import io.jointlending.fund.rule.domain.Box;
import io.jointlending.fund.rule.domain.Numbers;

/**
 * What an institution takes.
 *
 * @param accept facts of the orders it takes
 * @param shareFen its part of an order in fen
 */
public record FundTerms(Box accept, Numbers shareFen) {
    /** Takes everything. */
    public static final FundTerms ANY = new FundTerms(Box.ANY, Numbers.ALL);
}
