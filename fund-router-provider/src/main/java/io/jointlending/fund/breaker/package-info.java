/** Breakers that persons hold open or closed: stored for all instances, written down, and shown. */
@NullMarked
package io.jointlending.fund.breaker;

import org.jspecify.annotations.NullMarked;
