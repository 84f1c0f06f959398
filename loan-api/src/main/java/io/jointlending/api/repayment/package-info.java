/** Contracts of repayment-provider: quotes, repayments, the ledger. */
@NullMarked
package io.jointlending.api.repayment;

import org.jspecify.annotations.NullMarked;
