/** What master orders tell other providers, and what they hear. */
@NullMarked
package io.jointlending.loan.order.messaging;

import org.jspecify.annotations.NullMarked;
