/** Borrowers, their identity, their credit lines. */
@NullMarked
package io.jointlending.loan.borrower.domain;

import org.jspecify.annotations.NullMarked;
