/** Closing of business dates, and the daily lines per institution that are made from the split lines of closed dates. */
@NullMarked
package io.jointlending.repayment.report;

import org.jspecify.annotations.NullMarked;
