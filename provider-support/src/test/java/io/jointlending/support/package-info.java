/** Fakes and helpers of tests, for providers too. */
@NullMarked
package io.jointlending.support;

import org.jspecify.annotations.NullMarked;
