/** How lines are paired. */
@NullMarked
package io.jointlending.repayment.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
