/** Sub-orders: each institution's part of a master order. */
@NullMarked
package io.jointlending.fund.suborder.domain;

import org.jspecify.annotations.NullMarked;
