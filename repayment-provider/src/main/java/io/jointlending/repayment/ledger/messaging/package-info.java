/** What the ledger tells the other providers. */
@NullMarked
package io.jointlending.repayment.ledger.messaging;

import org.jspecify.annotations.NullMarked;
