/** Deletes what nobody reads any more, a batch at a time. */
@NullMarked
package io.jointlending.repayment.purge;

import org.jspecify.annotations.NullMarked;
