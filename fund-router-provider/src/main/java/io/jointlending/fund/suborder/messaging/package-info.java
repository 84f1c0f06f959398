/** Messages that change sub-orders. */
@NullMarked
package io.jointlending.fund.suborder.messaging;

import org.jspecify.annotations.NullMarked;
