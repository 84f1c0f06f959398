/** Sub-orders in a table. */
@NullMarked
package io.jointlending.fund.suborder.persistence;

import org.jspecify.annotations.NullMarked;
