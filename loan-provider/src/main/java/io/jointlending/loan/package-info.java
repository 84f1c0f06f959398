/** The loan provider: borrowers, credit lines, master orders, plans as issued, payment results. */
@NullMarked
package io.jointlending.loan;

import org.jspecify.annotations.NullMarked;
