/** Messages consumed once, in the transaction of their effect. */
@NullMarked
package io.jointlending.support.consume;

import org.jspecify.annotations.NullMarked;
