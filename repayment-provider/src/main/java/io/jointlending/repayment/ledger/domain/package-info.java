/**
 * The ledger of one order: what is due and settled on the master order, and its split to the sub-orders. Plain Java;
 * records in, records out.
 */
@NullMarked
package io.jointlending.repayment.ledger.domain;

import org.jspecify.annotations.NullMarked;
