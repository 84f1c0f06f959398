/** Messages that start the funding of an order. */
@NullMarked
package io.jointlending.fund.funding.messaging;

import org.jspecify.annotations.NullMarked;
