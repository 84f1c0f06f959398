/** The provider of the repayment ledger: quote, repay, split. */
@NullMarked
package io.jointlending.repayment;

import org.jspecify.annotations.NullMarked;
