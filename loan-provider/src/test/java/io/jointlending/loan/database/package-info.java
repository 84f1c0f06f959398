/** A database of its own for the integration tests of this provider. */
@NullMarked
package io.jointlending.loan.database;

import org.jspecify.annotations.NullMarked;
