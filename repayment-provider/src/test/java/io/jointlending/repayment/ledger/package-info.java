/** What every store of ledgers must do. */
@NullMarked
package io.jointlending.repayment.ledger;

import org.jspecify.annotations.NullMarked;
