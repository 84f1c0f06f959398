/** Tests of the feature on its tables. */
@NullMarked
package io.jointlending.repayment.audit;

import org.jspecify.annotations.NullMarked;
