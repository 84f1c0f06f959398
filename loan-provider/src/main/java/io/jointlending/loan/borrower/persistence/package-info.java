/** Borrowers and credit lines in MySQL; identity facts only encrypted. */
@NullMarked
package io.jointlending.loan.borrower.persistence;

import org.jspecify.annotations.NullMarked;
