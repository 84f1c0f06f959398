/** The object graph that every provider imports. */
@NullMarked
package io.jointlending.support.wiring;

import org.jspecify.annotations.NullMarked;
