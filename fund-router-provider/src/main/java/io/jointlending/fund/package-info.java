/** The provider that turns a master order into sub-orders. */
@NullMarked
package io.jointlending.fund;

import org.jspecify.annotations.NullMarked;
