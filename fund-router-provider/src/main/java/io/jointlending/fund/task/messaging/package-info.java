/** Messages that start the funding of an order. */
@NullMarked
package io.jointlending.fund.task.messaging;

import org.jspecify.annotations.NullMarked;
