/** Money of a customer beyond everything owed. */
@NullMarked
package io.jointlending.repayment.repay.domain;

import org.jspecify.annotations.NullMarked;
