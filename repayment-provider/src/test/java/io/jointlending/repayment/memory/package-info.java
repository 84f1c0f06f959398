/** The stores of this provider in memory, and its use cases put together, for tests. */
@NullMarked
package io.jointlending.repayment.memory;

import org.jspecify.annotations.NullMarked;
