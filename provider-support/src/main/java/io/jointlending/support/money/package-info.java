/**
 * Everything that computes money: plans, penalties, the order in which money settles dues, and the split to the
 * institutions. Pure: amounts are {@code long} fen, rates are {@link java.math.BigDecimal}, dates come in as parameters.
 * Nothing outside this package divides an amount.
 */
@NullMarked
package io.jointlending.support.money;

import org.jspecify.annotations.NullMarked;
