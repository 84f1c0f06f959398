/** Master orders in MySQL. */
@NullMarked
package io.jointlending.loan.order.persistence;

import org.jspecify.annotations.NullMarked;
