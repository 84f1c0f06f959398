/** Messages written in the business transaction and sent right after it. */
@NullMarked
package io.jointlending.support.outbox;

import org.jspecify.annotations.NullMarked;
