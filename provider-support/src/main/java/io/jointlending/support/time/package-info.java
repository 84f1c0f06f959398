/** The business date. */
@NullMarked
package io.jointlending.support.time;

import org.jspecify.annotations.NullMarked;
