/** The listener for messages that institutions send by themselves. */
@NullMarked
package io.jointlending.fund.exchange.callback;

import org.jspecify.annotations.NullMarked;
