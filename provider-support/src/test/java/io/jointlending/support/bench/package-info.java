/** Measurements of what providers run on; not part of any test run. */
@NullMarked
package io.jointlending.support.bench;

import org.jspecify.annotations.NullMarked;
