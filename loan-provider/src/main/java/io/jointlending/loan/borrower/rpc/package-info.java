/** The door of the borrower feature. */
@NullMarked
package io.jointlending.loan.borrower.rpc;

import org.jspecify.annotations.NullMarked;
