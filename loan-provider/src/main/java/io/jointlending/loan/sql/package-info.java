/** What the persistence packages share. */
@NullMarked
package io.jointlending.loan.sql;

import org.jspecify.annotations.NullMarked;
