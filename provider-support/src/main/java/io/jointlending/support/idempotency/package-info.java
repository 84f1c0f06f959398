/** Commands that run once and answer the same afterwards. */
@NullMarked
package io.jointlending.support.idempotency;

import org.jspecify.annotations.NullMarked;
