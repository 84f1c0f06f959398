/** Copies of configuration in memory, for tests. */
@NullMarked
package io.jointlending.support.configuration;

import org.jspecify.annotations.NullMarked;
