/** Alerts in tables. */
@NullMarked
package io.jointlending.repayment.guard.persistence;

import org.jspecify.annotations.NullMarked;
