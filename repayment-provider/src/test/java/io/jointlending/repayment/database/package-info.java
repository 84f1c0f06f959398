/** The schema of this provider on the development stack, for tests. */
@NullMarked
package io.jointlending.repayment.database;

import org.jspecify.annotations.NullMarked;
