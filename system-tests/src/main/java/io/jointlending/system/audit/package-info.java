/** Reads the books of all four schemas with SQL of its own, independent of the code that wrote them. */
@NullMarked
package io.jointlending.system.audit;

import org.jspecify.annotations.NullMarked;
