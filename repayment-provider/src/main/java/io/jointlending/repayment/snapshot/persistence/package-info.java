/** Overdue installments and snapshots in tables. */
@NullMarked
package io.jointlending.repayment.snapshot.persistence;

import org.jspecify.annotations.NullMarked;
