/** Answers of other providers, turned into values. */
@NullMarked
package io.jointlending.support.remote;

import org.jspecify.annotations.NullMarked;
