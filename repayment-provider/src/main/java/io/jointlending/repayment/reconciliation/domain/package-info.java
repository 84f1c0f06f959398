/** How lines of two books are paired, without a database. */
@NullMarked
package io.jointlending.repayment.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
