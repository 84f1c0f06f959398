/** Transactions as plain calls, and what a database failure means. */
@NullMarked
package io.jointlending.support.tx;

import org.jspecify.annotations.NullMarked;
