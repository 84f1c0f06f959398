/** Opening ledgers and sub-ledgers, reading them. */
@NullMarked
package io.jointlending.repayment.ledger.application;

import org.jspecify.annotations.NullMarked;
