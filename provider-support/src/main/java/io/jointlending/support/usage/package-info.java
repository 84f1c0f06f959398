/** How often each contract method is called, counted without a statement per call. */
@NullMarked
package io.jointlending.support.usage;

import org.jspecify.annotations.NullMarked;
