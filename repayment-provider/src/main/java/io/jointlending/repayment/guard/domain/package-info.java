/** What must never have happened on a ledger. */
@NullMarked
package io.jointlending.repayment.guard.domain;

import org.jspecify.annotations.NullMarked;
