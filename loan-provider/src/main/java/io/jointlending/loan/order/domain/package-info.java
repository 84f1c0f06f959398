/** Master orders, their states, their plan as issued. */
@NullMarked
package io.jointlending.loan.order.domain;

import org.jspecify.annotations.NullMarked;
