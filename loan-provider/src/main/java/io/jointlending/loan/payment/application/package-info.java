/** What payment results do, and how lost ones are asked for. */
@NullMarked
package io.jointlending.loan.payment.application;

import org.jspecify.annotations.NullMarked;
