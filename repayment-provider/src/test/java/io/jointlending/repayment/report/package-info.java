/** Tests of the feature on its tables. */
@NullMarked
package io.jointlending.repayment.report;

import org.jspecify.annotations.NullMarked;
