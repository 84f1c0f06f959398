/** The stores of this provider in memory, for tests; they obey the same contracts as the MySQL ones. */
@NullMarked
package io.jointlending.loan.memory;

import org.jspecify.annotations.NullMarked;
