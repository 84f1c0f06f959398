/** Suspense balances in MySQL. */
@NullMarked
package io.jointlending.repayment.repay.persistence;

import org.jspecify.annotations.NullMarked;
