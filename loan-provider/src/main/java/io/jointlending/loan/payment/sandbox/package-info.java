/** A payment system that lives in this repository; development only. */
@NullMarked
package io.jointlending.loan.payment.sandbox;

import org.jspecify.annotations.NullMarked;
