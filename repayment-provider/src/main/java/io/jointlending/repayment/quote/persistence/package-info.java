/** Versions of ledgers and computed quotes in tables. */
@NullMarked
package io.jointlending.repayment.quote.persistence;

import org.jspecify.annotations.NullMarked;
