/** Daily checks of the ledgers. */
@NullMarked
package io.jointlending.repayment.guard.application;

import org.jspecify.annotations.NullMarked;
