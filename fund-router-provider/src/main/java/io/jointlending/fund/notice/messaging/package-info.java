/** Messages of the ledger that institutions have to be told of. */
@NullMarked
package io.jointlending.fund.notice.messaging;

import org.jspecify.annotations.NullMarked;
