/** Tests of the benchmark's own parts. */
@NullMarked
package io.jointlending.system.bench;

import org.jspecify.annotations.NullMarked;
