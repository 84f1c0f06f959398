/** The use cases on stores in memory. */
@NullMarked
package io.jointlending.repayment.usecase;

import org.jspecify.annotations.NullMarked;
