/** The door of the master orders. */
@NullMarked
package io.jointlending.loan.order.rpc;

import org.jspecify.annotations.NullMarked;
