/** Health, metrics and what an instance says of itself. */
@NullMarked
package io.jointlending.support.ops;

import org.jspecify.annotations.NullMarked;
