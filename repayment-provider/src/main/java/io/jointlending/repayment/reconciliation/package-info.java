/** Our book of split lines against the files of the institutions. */
@NullMarked
package io.jointlending.repayment.reconciliation;

import org.jspecify.annotations.NullMarked;
