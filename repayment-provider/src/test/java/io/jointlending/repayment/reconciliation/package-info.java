/** Tests of the feature on its tables. */
@NullMarked
package io.jointlending.repayment.reconciliation;

import org.jspecify.annotations.NullMarked;
