/** The ledger in MySQL. */
@NullMarked
package io.jointlending.repayment.ledger.persistence;

import org.jspecify.annotations.NullMarked;
