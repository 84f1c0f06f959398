/** Reconciliation of our book with the files of the institutions. */
@NullMarked
package io.jointlending.api.reconciliation;

import org.jspecify.annotations.NullMarked;
