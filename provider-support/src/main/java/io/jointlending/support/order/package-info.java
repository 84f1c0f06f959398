/** Numbers of orders and other sequences. */
@NullMarked
package io.jointlending.support.order;

import org.jspecify.annotations.NullMarked;
