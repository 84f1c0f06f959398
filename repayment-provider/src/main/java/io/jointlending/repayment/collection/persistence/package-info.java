/** Attempts in tables. */
@NullMarked
package io.jointlending.repayment.collection.persistence;

import org.jspecify.annotations.NullMarked;
