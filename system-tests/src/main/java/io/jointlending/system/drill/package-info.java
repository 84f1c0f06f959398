/** Drills: load on a platform, faults injected into it, and the count of what was lost or doubled. */
@NullMarked
package io.jointlending.system.drill;

import org.jspecify.annotations.NullMarked;
