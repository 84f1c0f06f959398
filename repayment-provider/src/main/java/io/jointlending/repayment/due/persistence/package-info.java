/** Orders that something is due on, from the tables of the ledger. */
@NullMarked
package io.jointlending.repayment.due.persistence;

import org.jspecify.annotations.NullMarked;
