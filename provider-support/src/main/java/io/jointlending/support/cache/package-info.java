/** Answers of other providers, kept for a short while. */
@NullMarked
package io.jointlending.support.cache;

import org.jspecify.annotations.NullMarked;
