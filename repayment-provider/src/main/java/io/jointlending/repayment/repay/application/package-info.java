/** Booking received money. */
@NullMarked
package io.jointlending.repayment.repay.application;

import org.jspecify.annotations.NullMarked;
