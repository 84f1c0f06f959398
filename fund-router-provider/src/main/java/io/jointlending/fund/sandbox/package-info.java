/** A bank that lives in a table, for development, tests and demonstrations. */
@NullMarked
package io.jointlending.fund.sandbox;

import org.jspecify.annotations.NullMarked;
