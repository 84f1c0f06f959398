/** Start of a provider. */
@NullMarked
package io.jointlending.support.start;

import org.jspecify.annotations.NullMarked;
