/** Contracts of loan-provider: borrowers, credit lines, master orders, payment results. */
@NullMarked
package io.jointlending.api.loan;

import org.jspecify.annotations.NullMarked;
